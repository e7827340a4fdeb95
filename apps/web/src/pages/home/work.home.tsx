import { Anchor, Button, SimpleGrid, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { answer, api } from '../../api/client.js';
import { formatNumber } from '../../format/format.js';
import { OWNERS } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { FigureCard } from '../../ui/figure-card.js';
import { Page } from '../../ui/page.js';
import { Answer, EmptyState, Unanswered } from '../../ui/states.js';
import { Invitations, useInvitations } from '../dossiers/invitations.js';
import { type Column } from '../dossiers/worklist/worklist-columns.js';
import {
  listQueryOf,
  readFilter,
  TABS,
  type WorklistFilter,
  writeFilter,
} from '../dossiers/worklist/worklist-filter.js';
import { WorklistTable } from '../dossiers/worklist/worklist-table.js';
import { countsQuery } from '../dossiers/worklist/worklist.query.js';
import { DoorCards } from './door-cards.js';
import { LatestResults } from './latest-results.js';
import { LawHome } from './law.home.js';
import { actsOn, isOfLaw, looksOn, WAITING, workFigures } from './work-figures.js';

const SHOWN = 8;
const COLUMNS: readonly Column[] = ['project', 'turn', 'status', 'due'];
const filterOf = (conditions: string): WorklistFilter => readFilter(new URLSearchParams(conditions), TABS);
const EVERYTHING = filterOf('tab=all');
const TO_DO = filterOf(WAITING);

/** The first of what waits for the reader, the earliest due first. */
const toDoQuery = queryOptions({
  queryKey: ['dossiers', 'to-do'],
  queryFn: ({ signal }) =>
    answer(
      api.GET('/api/v1/dossiers', {
        params: { query: { ...listQueryOf(TO_DO), limit: SHOWN } },
        signal,
      }),
    ),
});

/** The day of whoever has signed in: what waits for them, how much of it there is, and the lists of it. */
export function WorkHome() {
  const { t } = useTranslation(['app', 'words']);
  const person = usePerson();
  const owner = hasRole(person, ...OWNERS);
  return (
    <Page
      title={t('home.hello', { name: person.displayName })}
      actions={
        owner && (
          <Button component={Link} href="/dossiers/new">
            {t('home.work.new')}
          </Button>
        )
      }
      lead={person.roles.map((role) => t(`words:role.${role}`)).join(', ')}
    >
      {isOfLaw(person.roles) ? <LawHome /> : <Dossiers owner={owner} />}
    </Page>
  );
}

/** What there is to do with dossiers, and the doors of those whose day is something else. */
function Dossiers({ owner }: { owner: boolean }) {
  const { roles } = usePerson();
  const acts = actsOn(roles);
  return (
    <>
      <Invitations />
      {(acts || looksOn(roles)) && <Figures />}
      {acts && <ToDo />}
      <DoorCards />
      {owner && <LatestResults />}
    </>
  );
}

function Figures() {
  const { t } = useTranslation();
  const { roles } = usePerson();
  const all = useQuery(countsQuery(EVERYTHING));
  const waiting = useQuery({ ...countsQuery(TO_DO), enabled: !looksOn(roles) });
  if (all.data === undefined) return <Unanswered query={all} rows={2} />;
  if (waiting.data === undefined && !looksOn(roles)) return <Unanswered query={waiting} rows={2} />;
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="md" role="group" aria-label={t('home.work.figuresLabel')}>
      {workFigures(roles, all.data, waiting.data ?? all.data).map(({ name, ...figure }) => (
        <FigureCard key={name} label={t(`home.work.figures.${name}`)} {...figure} />
      ))}
    </SimpleGrid>
  );
}

function ToDo() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const toDo = useQuery(toDoQuery);
  const total = useQuery(countsQuery(TO_DO)).data?.action ?? 0;
  const listOf = (filter: WorklistFilter) => `/dossiers?${writeFilter(filter).toString()}`;
  return (
    <>
      <Title order={2}>{t('home.work.today')}</Title>
      <Answer query={toDo}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingToDo />
          ) : (
            <WorklistTable
              items={items}
              columns={COLUMNS}
              filter={TO_DO}
              listed={TO_DO}
              onSort={(sort, descending) => navigate(listOf({ ...TO_DO, sort, descending }))}
            />
          )
        }
      </Answer>
      {total > SHOWN && (
        <Anchor component={Link} href={listOf(TO_DO)}>
          {t('home.work.allOf', { total: formatNumber(total) })}
        </Anchor>
      )}
    </>
  );
}

function NothingToDo() {
  const { t } = useTranslation();
  // What somebody was invited to cannot be seen before the declaration, so it stands above and in no list.
  const word = useInvitations().length > 0 ? 'noneElse' : 'none';
  return (
    <EmptyState
      title={t(`home.work.${word}`)}
      action={
        <Anchor component={Link} href="/dossiers">
          {t('home.work.toList')}
        </Anchor>
      }
    >
      {t(`home.work.${word}Text`)}
    </EmptyState>
  );
}
