import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { COLUMNS, SORT_OF } from './worklist-columns.js';
import { orderOf, orderWith, type WorklistFilter } from './worklist-filter.js';

interface Props {
  filter: WorklistFilter;
  onChange: (filter: WorklistFilter) => void;
}

/** The order of the list where it has no heads of columns to press: on a phone its rows are cards. */
export function SortChoice({ filter, onChange }: Props) {
  const { t } = useTranslation('desk');
  const orders = COLUMNS.flatMap((column) => {
    const sort = SORT_OF[column];
    const name = t(`columns.${column}`);
    return sort === undefined
      ? []
      : [
          { value: sort, label: t('order.up', { name }) },
          { value: `-${sort}`, label: t('order.down', { name }) },
        ];
  });
  return (
    <NativeSelect
      hiddenFrom="sm"
      w="100%"
      aria-label={t('order.label')}
      data={orders}
      value={orderOf(filter)}
      onChange={({ currentTarget }) => onChange({ ...filter, ...orderWith(currentTarget.value) })}
    />
  );
}
