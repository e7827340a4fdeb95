import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { openAreas } from '../../i18n/language.js';
import { HOUSE, OWNERS } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { lazily } from '../../ui/lazily.js';
import { Page } from '../../ui/page.js';
import { LoadingState } from '../../ui/states.js';
import { BeginningView } from './worklist/beginning-view.js';
import { SavedViews } from './worklist/saved-views.js';
import { TabLinks } from '../../ui/tab-links.js';
import { WorklistBar } from './worklist/worklist-bar.js';
import { WorklistChips } from './worklist/worklist-chips.js';
import { useColumns } from './worklist/worklist-columns.js';
import {
  fieldIdOf,
  type FilterName,
  listWords,
  readFilter,
  type WorklistFilter,
  writeFilter,
} from './worklist/worklist-filter.js';
import { tabsOf } from './worklist/worklist-tabs.js';
import { countsQuery } from './worklist/worklist.query.js';
import { NewDossier, Worklist } from './worklist/worklist.js';

const Invitations = lazily(async () => {
  const [part] = await Promise.all([import('./invitations.js'), openAreas('dossier')]);
  return part.Invitations;
});
const WorklistFilters = lazily(async () => (await import('./worklist/worklist-filters.js')).WorklistFilters);

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
  const house = hasRole(person, ...HOUSE);
  const owner = hasRole(person, ...OWNERS);
  const { tabs, beginning } = useMemo(() => tabsOf(person.roles), [person]);
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params, tabs, beginning), [params, tabs, beginning]);
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
        settled={countsOfBefore ? null : (counts?.closed ?? null)}
        onSort={(sort, descending) => change({ ...filter, sort, descending })}
      />
    </Page>
  );
}
