import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { type Role } from '#contracts';
import { openAreas } from '../../i18n/language.js';
import { INSIDERS } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DueLabel } from '../../ui/due-label.js';
import { lazily } from '../../ui/lazily.js';
import { OpeningDossier } from '../../ui/opening-dossier.js';
import { Page } from '../../ui/page.js';
import { LoadingState } from '../../ui/states.js';
import { StatusTag } from '../../ui/status-tag.js';
import {
  ConditionsTab,
  ConsultationsTab,
  CouncilTab,
  type HeardTab,
  useHeardTabs,
} from '../councils/heard.tabs.js';
import { NotFoundPage } from '../not-found/not-found.page.js';
import { dossierQuery } from './dossier.query.js';
import { DOSSIER_TABS, type DossierTab } from './dossier-tabs.js';
import { type DossierView } from './dossier.types.js';
import { Declaration, useIsInvited } from './invitations.js';
import { ListLinks, useListOf, useListSearch } from './worklist/list-links.js';
import { CommandDialog, NextSteps } from './commands/next-steps.js';
import { OverviewTab } from './overview.tab.js';
import { Presence } from './presence.js';
import { PrintedBy } from './printed-by.js';
import { isSettled } from './settled.js';
import { TabLinks } from '../../ui/tab-links.js';
import { Turn } from './worklist/turn.js';

const OwnerSteps = lazily(async () => {
  const [part] = await Promise.all([import('../investor/answer/owner-steps.js'), openAreas('answer')]);
  return part.OwnerSteps;
});
const OwnerProgress = lazily(async () => {
  const [part] = await Promise.all([import('../investor/answer/owner-progress.js'), openAreas('answer')]);
  return part.OwnerProgress;
});
const FactsTab = lazily(async () => (await import('./facts/facts.tab.js')).FactsTab);
const FindingsTab = lazily(async () => (await import('./findings/findings.tab.js')).FindingsTab);
const OpinionsTab = lazily(async () => (await import('./opinions/opinions.tab.js')).OpinionsTab);
const DocumentsTab = lazily(async () => (await import('./documents.tab.js')).DocumentsTab);
const LettersTab = lazily(async () => (await import('./letters/letters.tab.js')).LettersTab);
const ClocksTab = lazily(async () => (await import('./clocks.tab.js')).ClocksTab);
const TimelineTab = lazily(async () => (await import('./timeline.tab.js')).TimelineTab);
const ProcedureTab = lazily(async () => (await import('./procedure/procedure.tab.js')).ProcedureTab);
const LogTab = lazily(async () => {
  // The log says its acts in the words of the audit.
  const [part] = await Promise.all([import('./log.tab.js'), openAreas('audit')]);
  return part.LogTab;
});
/** What is opened most from a dossier: whoever loses the connection later still goes from side to side. */
const NEAR = [
  ...[FactsTab, FindingsTab, OpinionsTab, DocumentsTab, LettersTab, ClocksTab, TimelineTab],
  CommandDialog,
];

const NEAR_AFTER_MS = 1000;
const JUDGING: readonly Role[] = [...INSIDERS, 'expert'];

/** One dossier: where it stands, what can be done with it next, and each side of it under an address of its own. */
export function DossierPage() {
  const { t } = useTranslation('dossier');
  const params = useParams<{ id: string; '*'?: string }>();
  const query = useQuery(dossierQuery(params.id));
  const isInvited = useIsInvited(params.id);
  const tab = DOSSIER_TABS.find((one) => one === (params['*'] ?? ''));
  if (tab === undefined) return <NotFoundPage />;
  if (query.data) return <Dossier key={query.data.id} dossier={query.data} tab={tab} />;
  if (!isInvited) return <OpeningDossier query={query} />;
  return (
    <Page title={t('declare.asked')}>
      <Declaration key={params.id} dossierId={params.id} />
    </Page>
  );
}

/** Tabs that mean something to a reader; what they hold is said by the API. */
function useTabs(dossier: DossierView): readonly DossierTab[] {
  const person = usePerson();
  const heard = useHeardTabs(dossier);
  // Without its law a dossier is one that the reader is only consulted about.
  if (!dossier.law) return ['', 'consultations', 'facts', 'documents'];
  const judging = hasRole(person, ...JUDGING) && !dossier.relations.includes('owner');
  const oversees = hasRole(person, 'auditor', 'head', 'leader');
  return DOSSIER_TABS.filter((tab) => {
    if (tab in heard) return heard[tab as HeardTab];
    return tab === 'log' ? oversees : judging || (tab !== 'findings' && tab !== 'opinions');
  });
}

/** Fetches them once the page stands and nothing else is to be done. */
function useNearParts(): void {
  useEffect(() => {
    const fetchAll = () => NEAR.forEach(({ preload }) => void preload());
    const waiting = setTimeout(fetchAll, NEAR_AFTER_MS);
    return () => clearTimeout(waiting);
  }, []);
}

function Dossier({ dossier, tab }: { dossier: DossierView; tab: DossierTab }) {
  const { t } = useTranslation(['dossier', 'desk', 'words']);
  const owner = dossier.relations.includes('owner');
  const person = usePerson();
  const house = hasRole(person, ...INSIDERS) && !owner;
  const rounds = house || (hasRole(person, 'council_secretary') && !owner);
  const { id, projectName, status, fileCode, procedureId, dueOn = null, actions } = dossier;
  const search = useListSearch();
  const list = useListOf();
  useNearParts();
  const nameOf = (one: DossierTab) => t(`tabs.${one === '' ? 'overview' : one}`);
  const to = (one: DossierTab) => `/dossiers/${id}${one === '' ? '' : `/${one}`}${search}`;
  return (
    <Page
      wide
      part={nameOf(tab)}
      title={projectName.trim() === '' ? t('desk:unnamed') : projectName}
      above={<ListLinks id={id} side={tab} />}
      lead={[fileCode, t(`words:procedure.${procedureId}`)].filter(Boolean).join(' · ')}
    >
      <Group gap="xl" align="flex-start">
        <div>
          <Text size="sm" c="dimmed">
            {t('status')}
          </Text>
          <StatusTag status={status} of={dossier} />
        </div>
        <div>
          <Text size="sm" c="dimmed">
            {t('due')}
          </Text>
          <DueLabel dueOn={dueOn} done={isSettled(dossier)} />
        </div>
        {!owner && (
          <div>
            <Text size="sm" c="dimmed">
              {t('turn')}
            </Text>
            <Turn status={status} actions={actions} dossierId={id} list={list} />
          </div>
        )}
      </Group>
      <PrintedBy />
      <Presence dossierId={id} />
      {(owner || dossier.relations.includes('clerk_on_behalf')) && (
        <Suspense fallback={<LoadingState rows={1} />}>
          <OwnerSteps dossier={dossier} />
          {owner && tab === '' && <OwnerProgress dossier={dossier} />}
        </Suspense>
      )}
      {dossier.law && <NextSteps dossier={dossier} side={tab} />}
      <TabLinks
        label={t('tabsLabel')}
        tabs={useTabs(dossier).map((one) => ({
          to: to(one),
          name: nameOf(one),
          current: one === tab,
        }))}
      />
      <Suspense fallback={<LoadingState />}>
        {tab === '' && <OverviewTab {...{ dossier, house, rounds }} />}
        {tab === 'facts' && <FactsTab dossier={dossier} />}
        {tab === 'findings' && <FindingsTab dossier={dossier} />}
        {tab === 'opinions' && <OpinionsTab dossier={dossier} />}
        {tab === 'consultations' && <ConsultationsTab dossier={dossier} />}
        {tab === 'council' && <CouncilTab dossier={dossier} />}
        {tab === 'conditions' && <ConditionsTab dossier={dossier} />}
        {tab === 'documents' && <DocumentsTab dossier={dossier} />}
        {tab === 'letters' && <LettersTab dossier={dossier} />}
        {tab === 'clocks' && <ClocksTab dossier={dossier} />}
        {tab === 'timeline' && <TimelineTab dossier={dossier} />}
        {tab === 'procedure' && <ProcedureTab dossier={dossier} />}
        {tab === 'log' && <LogTab dossier={dossier} />}
      </Suspense>
    </Page>
  );
}
