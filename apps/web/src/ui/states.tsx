import { Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLost } from '../api/lost-access.js';
import { ProblemAlert } from './problem-alert.js';

/** What a list or page shows when there is nothing: what belongs here, and what can be done. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Paper withBorder p="xl" ta="center">
      <Stack align="center" gap="xs">
        <Title order={2} size="h3">
          {title}
        </Title>
        {children !== undefined && <Text c="var(--tg-muted)">{children}</Text>}
        {action}
      </Stack>
    </Paper>
  );
}

/** Grey lines in the place of what is on its way. */
export function LoadingState({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')} aria-live="polite">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={28} />
      ))}
    </Stack>
  );
}

/** In the place of a question beside the page's own that has no answer yet: on its way, or failed and to be tried again. */
export function Unanswered({
  query,
  rows,
}: {
  query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'>;
  rows?: number;
}) {
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <LoadingState rows={rows} />;
}

/** Above the rows of a list that could not be asked for again, or not further: what is shown stays. */
export function ListProblem({
  list,
}: {
  list: Pick<
    UseInfiniteQueryResult,
    'isError' | 'error' | 'isFetchNextPageError' | 'fetchNextPage' | 'refetch'
  >;
}) {
  if (!list.isError) return null;
  const again = () => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch());
  return <ProblemAlert error={list.error} onRetry={again} />;
}

interface AnswerProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
  loading?: ReactNode;
}

/** One of loading, refusal (with a way to try again) and what was asked for; what may not be seen any more is not shown. */
export function Answer<Data>({ query, children, loading }: AnswerProps<Data>) {
  const lost = query.isError && isLost(query.error);
  if (query.data !== undefined && !lost) return children(query.data);
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return loading ?? <LoadingState />;
}
