import { Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Pages } from './pages.js';

interface Props<One> {
  rows: readonly One[];
  /** How many stand on a page. */
  size: number;
  /** The page that is asked for, where something beside the list turns to it too; else it is turned here alone. */
  turned?: { page: number; onTurn: (page: number) => void };
  children: (page: readonly One[], first: number) => ReactNode;
}

/** A long list page by page; `first` is how many stand before the page. */
export function PagedRows<One>({ rows, size, turned, children }: Props<One>) {
  const [own, setOwn] = useState(1);
  const { page: asked, onTurn } = turned ?? { page: own, onTurn: setOwn };
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(asked, pages);
  const first = (page - 1) * size;
  return (
    <Stack gap="sm">
      {children(rows.slice(first, first + size), first)}
      <Pages total={pages} page={page} onChange={onTurn} />
    </Stack>
  );
}
