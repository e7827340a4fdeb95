import { Button, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { systemEntriesQuery } from './audit.query.js';
import { filterOf } from './entry-filter.js';
import { EntryFilters } from './entry-filters.js';
import { EntryList } from './entry-list.js';
import { SYSTEM_ACTS } from './entry-words.js';

/** What belongs to no dossier, newest first. */
export function SystemLog() {
  const { t } = useTranslation(['audit', 'app']);
  const [search] = useSearchParams();
  const log = useInfiniteQuery(systemEntriesQuery(filterOf(search)));
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      <Text c="dimmed" size="sm">
        {t('system.note')}
      </Text>
      <EntryFilters actions={SYSTEM_ACTS} entries={entries} />
      {log.isError && <ProblemAlert error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <LoadingState />}
      {log.isSuccess && entries.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      <EntryList entries={entries} label={t('system.region')} />
      {log.hasNextPage && (
        <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t('app:actions.more')}
        </Button>
      )}
    </Stack>
  );
}
