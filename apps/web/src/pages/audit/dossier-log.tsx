import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Answer, EmptyState } from '../../ui/states.js';
import { dossierEntriesQuery, dossierNamesQuery, type ListedEntry } from './audit.query.js';
import { DossierFinder } from './dossier-finder.js';
import { filterOf, passes } from './entry-filter.js';
import { EntryFilters } from './entry-filters.js';
import { EntryList } from './entry-list.js';
import { Evidence } from './evidence.js';

/** The log of the dossier that the address names; without one, the way to find it. */
export function DossierLog() {
  const [search] = useSearchParams();
  const id = search.get('dossier');
  return id === null ? <DossierFinder /> : <LogOf key={id} id={id} />;
}

function LogOf({ id }: { id: string }) {
  const { t } = useTranslation('audit');
  const dossier = useQuery(dossierNamesQuery(id)).data;
  const log = useQuery(dossierEntriesQuery(id));
  return (
    <Stack>
      <div>
        <Title order={2}>{t('dossier.log', { code: dossier?.fileCode ?? '' })}</Title>
        <Text c="dimmed">{dossier?.facts.project?.name}</Text>
        <Group gap="md" mt={4}>
          <Anchor component={Link} href="/audit?part=dossier">
            {t('dossier.another')}
          </Anchor>
          <Anchor component={Link} href={`/dossiers/${id}`}>
            {t('dossier.open')}
          </Anchor>
        </Group>
      </div>
      <Answer query={log}>
        {(entries) => (
          <>
            <Evidence
              path={`/api/v1/dossiers/${id}/audit/export`}
              name={dossier?.fileCode ?? id}
              text={t('dossier.exportText')}
            />
            <Narrowed entries={entries} />
          </>
        )}
      </Answer>
    </Stack>
  );
}

function Narrowed({ entries }: { entries: ListedEntry[] }) {
  const { t } = useTranslation('audit');
  const [search] = useSearchParams();
  const filter = filterOf(search);
  const shown = entries.filter((entry) => passes(entry, filter));
  const actions = [...new Set(entries.map(({ action }) => action))];
  return (
    <>
      <EntryFilters actions={actions} entries={entries} />
      <Text size="sm" c="dimmed" role="status">
        {t('filter.shown', { shown: shown.length, total: entries.length })}
      </Text>
      {shown.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      <EntryList entries={shown} label={t('tabs.dossier')} />
    </>
  );
}
