import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { AUDIT_ACTIONS } from '#contracts';
import { fetchFile, keepFile } from '../../api/file.js';
import { useOnce } from '../../api/use-once.js';
import { PagedList } from '../../ui/paged-list.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { type EntryFilter, logExportPath, logQuery } from './audit.query.js';
import { filterOf } from './entry-filter.js';
import { EntryFilters } from './entry-filters.js';
import { EntryList } from './entry-list.js';
import { Evidence } from './evidence.js';
import { LatestVerification } from './whole/latest-verification.js';

/** Saved views are their owners' own: their acts stand in no log that others read. */
const ACTIONS = AUDIT_ACTIONS.filter((action) => !action.startsWith('view.'));

/** The log of all dossiers, projects and of the administration, newest first; and the evidence of the latter. */
export function SystemLog() {
  const { t } = useTranslation('audit');
  const [search] = useSearchParams();
  const filter = filterOf(search);
  const log = useInfiniteQuery(logQuery(filter));
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      <LatestVerification />
      <Paper withBorder p="md">
        <Evidence path="/api/v1/audit/export" name="techgate-evidence-system" text={t('system.evidence')} />
      </Paper>
      <Text c="dimmed" size="sm">
        {t('system.note')}
      </Text>
      <EntryFilters actions={ACTIONS} entries={entries} isWhole />
      <ListExport filter={filter} />
      <PagedList list={log} empty={{ title: t('none'), text: t('noneText') }}>
        {(items) => <EntryList entries={items} label={t('system.region')} />}
      </PagedList>
    </Stack>
  );
}

function ListExport({ filter }: { filter: EntryFilter }) {
  const { t } = useTranslation('audit');
  const keeping = useOnce({
    mutationFn: async () => keepFile(await fetchFile(logExportPath(filter), 'nhat-ky.csv')),
  });
  return (
    <>
      <Group>
        <Button variant="default" size="xs" loading={keeping.isPending} onClick={() => keeping.mutate()}>
          {t('system.exportList')}
        </Button>
      </Group>
      {keeping.isError && <ProblemAlert error={keeping.error} />}
    </>
  );
}
