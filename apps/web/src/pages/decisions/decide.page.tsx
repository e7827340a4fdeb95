import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ComponentProps, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { type Problem, ProblemError } from '../../api/problem.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DueLabel } from '../../ui/due-label.js';
import { lazily } from '../../ui/lazily.js';
import { OpeningDossier } from '../../ui/opening-dossier.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { isKeptHere } from '../../ui/page-keys.js';
import { Answer, LoadingState } from '../../ui/states.js';
import { StatusTag } from '../../ui/status-tag.js';
import { dossierQuery } from '../dossiers/dossier.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { WhoWasFaster } from '../dossiers/commands/who-was-faster.js';
import { isSettled } from '../dossiers/settled.js';
import { Presence } from '../dossiers/presence.js';
import classes from './decide.module.css';
import { type Asked, type Drawn } from '../dossiers/letters/rehearsed-letter.query.js';
import { ProposalCard } from './proposal-card.js';
import { placeIn } from './queue-order.js';
import { proposalQuery, queueQuery } from './queue.query.js';
import { useTop } from './use-top.js';

const ChoicePanel = lazily(async () => (await import('./choice-panel.js')).ChoicePanel);
const NothingToDecide = lazily(async () => (await import('./nothing-to-decide.js')).NothingToDecide);
const LetterPreview = lazily(async () => (await import('./letter-preview.js')).LetterPreview);

/** Everything that one decision needs on one screen: the proposal, what stands against it, the letter, the choices. */
export function DecidePage() {
  const { id } = useParams<{ id: string }>();
  const query = useQuery(dossierQuery(id));
  if (query.data) return <Decide key={id} dossier={query.data} />;
  return <OpeningDossier query={query} />;
}

function Decide({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation(['decisions', 'desk', 'words']);
  const { id, projectName, fileCode, procedureId, status, dueOn = null } = dossier;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [stale, setStale] = useState<Problem | null>(null);
  const screen = useTop();
  const proposal = useQuery(proposalQuery(id));
  return (
    <Page
      wide
      title={projectName.trim() === '' ? t('desk:unnamed') : projectName}
      above={<QueueLinks id={id} />}
      lead={
        <Group gap="sm">
          <span>{[fileCode, t(`words:procedure.${procedureId}`)].filter(Boolean).join(' · ')}</span>
          <StatusTag status={status} of={dossier} />
          <DueLabel dueOn={dueOn} done={isSettled(dossier)} />
          <Anchor component={Link} href={`/dossiers/${id}`} size="sm">
            {t('page.whole')}
          </Anchor>
          <Presence dossierId={id} />
        </Group>
      }
    >
      {stale !== null && <TooLate dossier={dossier} problem={stale} onAgain={() => setStale(null)} />}
      <Answer query={proposal}>
        {({ current }) =>
          current === null ? (
            <Suspense fallback={<LoadingState />}>
              <NothingToDecide dossier={dossier} />
            </Suspense>
          ) : (
            <div className={classes.screen} ref={screen}>
              <Stack gap="sm" className={classes.column}>
                <ProposalCard dossier={dossier} proposal={current} />
                <Suspense fallback={<LoadingState />}>
                  <ChoicePanel
                    {...{ dossier, drawn }}
                    proposal={current}
                    onAsked={setAsked}
                    stale={stale !== null}
                    onStale={setStale}
                  />
                </Suspense>
              </Stack>
              <Suspense fallback={<LoadingState />}>
                <LetterPreview dossier={dossier} asked={asked} onDrawn={setDrawn} />
              </Suspense>
            </div>
          )
        }
      </Answer>
    </Page>
  );
}

/** What was pressed came too late and did nothing: who was faster stands there until it is looked at again. */
function TooLate({ dossier, problem, onAgain }: ComponentProps<typeof WhoWasFaster>) {
  return (
    <Stack gap="xs" mb="sm">
      <ProblemAlert error={new ProblemError(problem)} />
      <WhoWasFaster {...{ dossier, problem, onAgain }} />
    </Stack>
  );
}

/** Where the dossier stands in the queue of the reader, and the ways to the ones beside it. */
function QueueLinks({ id }: { id: string }) {
  const { t } = useTranslation('decisions');
  const [, navigate] = useLocation();
  const decides = hasRole(usePerson(), 'head', 'leader');
  const queue = useInfiniteQuery({ ...queueQuery, enabled: decides });
  const ids = queue.data?.pages.flatMap(({ items }) => items.map(({ dossier }) => dossier.id)) ?? [];
  const { previous, next, position } = placeIn(ids, id);
  const to = (one: string | null) => one !== null && !isKeptHere() && navigate(`/dossiers/${one}/decide`);
  useHotkeys([
    ['alt+J', () => to(next)],
    ['alt+K', () => to(previous)],
  ]);
  if (!decides) return null;
  return (
    <Group gap="md" component="nav" aria-label={t('page.queue')}>
      <Anchor component={Link} href="/dossiers/decisions" size="sm">
        {t('page.back')}
      </Anchor>
      {position !== null && (
        <Text size="sm" c="dimmed" span>
          {t('page.position', { position, count: ids.length })}
        </Text>
      )}
      {previous !== null && (
        <Anchor component={Link} href={`/dossiers/${previous}/decide`} size="sm" aria-keyshortcuts="Alt+K">
          {t('page.previous')}
        </Anchor>
      )}
      {next !== null && (
        <Anchor component={Link} href={`/dossiers/${next}/decide`} size="sm" aria-keyshortcuts="Alt+J">
          {t('page.next')}
        </Anchor>
      )}
    </Group>
  );
}
