import { Button, Group, Text } from '@mantine/core';
import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ListProblem, Unanswered } from '../../ui/states.js';

interface Props<Item> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  /** What is said when nothing was found. */
  none: string;
  children: (items: Item[]) => ReactNode;
}

/** A list by name: on its way, refused, empty, or there with how many are shown and a way to more. */
export function NamedList<Item>({ list, none, children }: Props<Item>) {
  const { t } = useTranslation(['admin', 'app']);
  if (list.data === undefined) return <Unanswered query={list} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState title={none}>{t('admin:none')}</EmptyState>;
  return (
    <>
      <ListProblem list={list} />
      {children(items)}
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {t('admin:shown', { count: items.length })}
        </Text>
        {list.hasNextPage && (
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('app:actions.more')}
          </Button>
        )}
      </Group>
    </>
  );
}
