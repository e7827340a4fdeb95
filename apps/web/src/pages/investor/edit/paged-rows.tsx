import { Pagination, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props<One> {
  rows: readonly One[];
  /** How many stand on a page. */
  size: number;
  children: (page: readonly One[], first: number) => ReactNode;
}

/** A long list page by page; `first` is how many stand before the page. */
export function PagedRows<One>({ rows, size, children }: Props<One>) {
  const { t } = useTranslation('investor');
  const [asked, setAsked] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(asked, pages);
  const first = (page - 1) * size;
  return (
    <Stack gap="sm">
      {children(rows.slice(first, first + size), first)}
      {pages > 1 && (
        <Pagination
          total={pages}
          value={page}
          onChange={setAsked}
          size="sm"
          getControlProps={(control) => ({ 'aria-label': t(`machines.${control}`) })}
          getItemProps={(number) => ({ 'aria-label': t('machines.page', { number }) })}
        />
      )}
    </Stack>
  );
}
