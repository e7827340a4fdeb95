import { Button } from '@mantine/core';
import { type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

interface Props {
  list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
}

/** The way to the next page of a list, where there is one. */
export function MoreButton({ list }: Props) {
  const { t } = useTranslation('app');
  if (!list.hasNextPage) return null;
  return (
    <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t('actions.more')}
    </Button>
  );
}
