import { Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  total: number;
  page: number;
  onChange: (page: number) => void;
}

/** The way through the pages of a list, each with its name; nothing where there is one alone. */
export function Pages({ total, page, onChange }: Props) {
  const { t } = useTranslation('app');
  if (total < 2) return null;
  return (
    <Pagination
      total={total}
      value={page}
      onChange={onChange}
      size="sm"
      getControlProps={(control) => ({ 'aria-label': t(`pages.${control}`) })}
      getItemProps={(number) => ({ 'aria-label': t('pages.page', { number }) })}
    />
  );
}
