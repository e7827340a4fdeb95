import { Group, Pagination, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../format/format.js';
import { usePrinting } from '../../../ui/printing.js';

const PAGE = 50;

interface Props<Item> {
  items: readonly Item[];
  /** Draws the items of a page; `first`: how many stand before them. */
  children: (items: readonly Item[], first: number) => ReactNode;
}
/** A long list, a page at a time; on paper it is whole. */
export function Paged<Item>({ items, children }: Props<Item>) {
  const { t } = useTranslation('dossier');
  const printing = usePrinting();
  const [chosen, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  const page = Math.min(chosen, pages);
  const first = (page - 1) * PAGE;
  if (printing) return children(items, 0);
  const shown = items.slice(first, first + PAGE);
  return (
    <>
      {children(shown, first)}
      {pages > 1 && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {t('pages.shown', {
              ...{ from: formatNumber(first + 1), to: formatNumber(first + shown.length) },
              total: formatNumber(items.length),
            })}
          </Text>
          <Pagination
            total={pages}
            value={page}
            onChange={setPage}
            size="sm"
            getControlProps={(control) => ({ 'aria-label': t(`pages.${control}`) })}
            getItemProps={(number) => ({ 'aria-label': t('pages.page', { number }) })}
          />
        </Group>
      )}
    </>
  );
}
