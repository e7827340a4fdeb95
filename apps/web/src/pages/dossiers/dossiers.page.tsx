import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type TFunction } from 'i18next';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { type Role } from '#contracts';
import { formatNumber } from '../../format/format.js';
import { openAreas } from '../../i18n/language.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { type Person } from '../../session/session.types.js';
import { lazily } from '../../ui/lazily.js';
import { Page } from '../../ui/page.js';
import { EmptyState, ListProblem, LoadingState, Unanswered } from '../../ui/states.js';
import { BeginningView } from './beginning-view.js';
import { SavedViews } from './saved-views.js';
import { TabLinks } from './tab-links.js';
import { WorklistBar } from './worklist-bar.js';
import { WorklistChips } from './worklist-chips.js';
import { useColumns } from './worklist-columns.js';
import {
  conditionsSet,
  fieldIdOf,
  type FilterName,
  listWords,
  readFilter,
  TABS,
  type WorklistFilter,
  type WorklistTab,
  writeFilter,
} from './worklist-filter.js';
import { WorklistTable } from './worklist-table.js';
import { countsQuery, worklistQuery } from './worklist.query.js';

const Invitations = lazily(async () => {
  const [part] = await Promise.all([import('./invitations.js'), openAreas('dossier')]);
  return part.Invitations;
});
const WorklistFilters = lazily(async () => (await import('./worklist-filters.js')).WorklistFilters);
const HOUSE: Role[] = ['clerk', 'appraiser', 'head', 'leader', 'council_secretary'];
const READERS: Role[] = ['province_leader', 'auditor'];

/** The groups of dossiers that mean something to a person, the first one to begin with. */
function tabsOf(person: Person): readonly WorklistTab[] {
  if (hasRole(person, ...HOUSE)) return TABS;
  return hasRole(person, ...READERS) ? TABS.filter((tab) => tab !== 'mine') : ['mine', 'closed', 'all'];
}

/** The dossiers of a person; an address without anything begins with the view that the person chose for that. */
export function DossiersPage() {
  return (
    <BeginningView>
      <Dossiers />
    </BeginningView>
  );
}

/** What is to be done, narrowed by conditions that stand in the address. */
function Dossiers() {
  const { t } = useTranslation('desk');
  const person = usePerson();
  const house = hasRole(person, ...HOUSE, ...READERS);
  const owner = hasRole(person, 'investor', 'requester');
  const tabs = tabsOf(person);
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params, tabs);
  const { data: counts, isPlaceholderData: countsOfBefore } = useQuery(countsQuery(filter));
  const { columns, toggle: toggleColumn, borrow } = useColumns(person.id, !house, listWords(filter));
  const [filtersOpen, { toggle, open }] = useDisclosure();
  const change = (next: WorklistFilter) => setParams(writeFilter(next), { replace: true });
  const [editing, setEditing] = useState<FilterName | null>(null);
  const edit = (name: FilterName) => {
    if (name === 'q') return document.getElementById(fieldIdOf(name))?.focus();
    open();
    setEditing(name);
  };
  const toggleFilters = () => {
    setEditing(null);
    toggle();
  };
  return (
    <Page title={owner && !house ? t('titleOwn') : t('title')} actions={owner && <NewDossier />} wide>
      {hasRole(person, 'appraiser', 'expert', 'head', 'leader', 'council_secretary') && (
        <Suspense fallback={null}>
          <Invitations />
        </Suspense>
      )}
      <TabLinks
        label={t('tabs.label')}
        tabs={tabs.map((tab) => ({
          to: `/dossiers?${writeFilter({ ...filter, tab }).toString()}`,
          name: t(`tabs.${tab}`),
          current: tab === filter.tab,
          count: counts?.[tab],
        }))}
      />
      <WorklistBar
        {...{ filter, filtersOpen, columns }}
        counts={countsOfBefore ? undefined : counts}
        onChange={change}
        onFilters={toggleFilters}
        onColumn={toggleColumn}
        views={<SavedViews {...{ filter, columns }} onColumns={borrow} />}
      />
      {filtersOpen && (
        <Suspense fallback={<LoadingState rows={2} />}>
          <WorklistFilters {...{ filter, house, editing }} onChange={change} />
        </Suspense>
      )}
      <WorklistChips filter={filter} onChange={change} onEdit={edit} />
      <Worklist
        filter={filter}
        columns={columns}
        owner={owner && !house}
        total={countsOfBefore ? null : (counts?.[filter.tab] ?? null)}
        onSort={(sort, descending) => change({ ...filter, sort, descending })}
      />
    </Page>
  );
}

function NewDossier() {
  const { t } = useTranslation('desk');
  return (
    <Button component={Link} href="/dossiers/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  );
}

type WorklistProps = Omit<Parameters<typeof WorklistTable>[0], 'items'> & {
  owner: boolean;
  /** How many the list holds in all; null while that is unknown. */
  total: number | null;
};

function Worklist({ filter, columns, owner, total, onSort }: WorklistProps) {
  const { t } = useTranslation(['desk', 'app']);
  const list = useInfiniteQuery(worklistQuery(filter));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.data === undefined) return <Unanswered query={list} />;
  if (items.length === 0 && !list.isError)
    return <NoDossiers filtered={conditionsSet(filter).length > 0} owner={owner} />;
  return (
    // Rows of the list before stay until those of this one are there, and say that they are not it.
    <Stack aria-busy={list.isPlaceholderData} opacity={list.isPlaceholderData ? 0.5 : 1}>
      <ListProblem list={list} />
      <WorklistTable items={items} columns={columns} filter={filter} onSort={onSort} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {list.isPlaceholderData ? t('app:loading') : shownWords(items.length, total, t)}
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
    </Stack>
  );
}

function shownWords(count: number, total: number | null, t: TFunction<'desk'>): string {
  return total !== null && total > count
    ? t('shownOf', { count, total: formatNumber(total) })
    : t('shown', { count });
}

function NoDossiers({ filtered, owner }: { filtered: boolean; owner: boolean }) {
  const { t } = useTranslation('desk');
  if (filtered) return <EmptyState title={t('none')}>{t('noneFiltered')}</EmptyState>;
  if (owner)
    return (
      <EmptyState title={t('noneOwn')} action={<NewDossier />}>
        {t('noneOwnText')}
      </EmptyState>
    );
  return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
}
