import { Group, Text } from '@mantine/core';
import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { MoreButton } from './more-button.js';
import { EmptyState, ListProblem, Unanswered } from './states.js';

interface Page<Item> {
  items: readonly Item[];
  total?: number | null;
}
interface Props<Item> {
  list: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  /** What is said where nothing is in it. */
  empty: { title: string; text?: string };
  /** How many are shown, in words; `total` is null where the list does not count. */
  shown?: (count: number, total: number | null) => string;
  children: (items: readonly Item[]) => ReactNode;
}

/** A list that comes page by page, as one: loading, refusal, nothing in it, what there is, and the way to more. */
export function PagedList<Item>({ list, empty, shown, children }: Props<Item>) {
  if (list.data === undefined) return <Unanswered query={list} />;
  const items = list.data.pages.flatMap((page) => page.items);
  const total = list.data.pages[0]?.total ?? null;
  return (
    <>
      <ListProblem list={list} />
      {items.length > 0 && children(items)}
      {items.length === 0 && !list.isError && <EmptyState title={empty.title}>{empty.text}</EmptyState>}
      {items.length > 0 && (
        <Group justify="space-between">
          {shown && (
            <Text size="sm" c="dimmed" role="status">
              {shown(items.length, total)}
            </Text>
          )}
          <MoreButton list={list} />
        </Group>
      )}
    </>
  );
}
