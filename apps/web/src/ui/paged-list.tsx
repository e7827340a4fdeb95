import { Button } from '@mantine/core';
import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './problem-alert.js';
import { EmptyState, LoadingState } from './states.js';

interface Props<Item> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: readonly Item[] }>>;
  /** What is said where nothing is in it. */
  empty: { title: string; text: string };
  children: (items: readonly Item[]) => ReactNode;
}

/** A list that comes page by page, as one: loading, refusal, nothing in it, what there is, and the way to more. */
export function PagedList<Item>({ list, empty, children }: Props<Item>) {
  const { t } = useTranslation('app');
  const { data, error } = list;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {error !== null && <ProblemAlert error={error} onRetry={() => void list.refetch()} />}
      {list.isPending && <LoadingState />}
      {data !== undefined &&
        (items.length === 0 ? <EmptyState title={empty.title}>{empty.text}</EmptyState> : children(items))}
      {list.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('actions.more')}
          </Button>
        </div>
      )}
    </>
  );
}
