import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { BackLink } from '../../ui/back-link.js';
import { lazily } from '../../ui/lazily.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { OpeningDossier } from '../../ui/opening-dossier.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { LoadingState } from '../../ui/states.js';
import { Card } from '../../ui/card.js';
import { dossierQuery } from '../dossiers/dossier.query.js';
import { OwnConflict } from '../dossiers/own-conflict.js';
import { NotFoundPage } from '../not-found/not-found.page.js';
import { isConducting, isOpenCouncil, ownSeatOf } from './council-counts.js';
import { councilsQuery } from './council.query.js';
import { Minutes } from './minutes.js';
import { PresenceList } from './presence-list.js';
import { PutMotion } from './put-motion.js';
import { QuorumSentence } from './quorum.js';
import { SessionTag, useSessionLine } from './session-list.js';
import { type SessionProps, type SessionReader } from './session.types.js';
import { isWorking } from './working.js';

const CloseSession = lazily(async () => (await import('./close-session.js')).CloseSession);
const MotionCard = lazily(async () => (await import('./motion-card.js')).MotionCard);
const PresenceForm = lazily(async () => (await import('./presence.form.js')).PresenceForm);
/** Live events tell the house of each act; members from outside look again by themselves while a session is open. */
const LOOK_AGAIN_MS = 5000;

/** One session of a council: who is there, what is voted on, what came of it. */
export function SessionPage() {
  const { id, sessionId } = useParams<{ id: string; sessionId: string }>();
  const inside = hasRole(usePerson(), 'clerk', 'appraiser', 'head', 'leader', 'council_secretary', 'auditor');
  const dossier = useQuery(dossierQuery(id));
  const councils = useQuery({
    ...councilsQuery(id),
    refetchInterval: ({ state }) =>
      !inside && state.data?.some(({ status }) => status === 'in_session') ? LOOK_AGAIN_MS : false,
  });
  const council = councils.data?.find(({ sessions }) => sessions.some((one) => one.id === sessionId));
  const session = council?.sessions.find((one) => one.id === sessionId);
  if (councils.data !== undefined && session === undefined) return <NotFoundPage />;
  if (dossier.data && council && session)
    return <SessionSides dossier={dossier.data} council={council} session={session} />;
  return <OpeningDossier query={dossier.data ? councils : dossier} />;
}

function SessionSides({ dossier, council, session }: SessionProps) {
  const { t } = useTranslation(['council', 'desk']);
  const person = usePerson();
  const line = useSessionLine();
  const own = ownSeatOf(council, person.id);
  const works = isWorking(dossier.status) && isOpenCouncil(council);
  const conducts = works && isConducting(own);
  const reader: SessionReader = { own: works ? own : null, conducts: conducts && session.closedAt === null };
  const presided = council.members.find(({ memberId }) => memberId === session.presidedBy);
  const project = dossier.projectName.trim() === '' ? t('desk:unnamed') : dossier.projectName;
  return (
    <Page
      title={t('session.title', { number: session.number })}
      above={<BackLink to={`/dossiers/${dossier.id}/council`} name={t('session.back')} />}
      lead={[project, dossier.fileCode].filter(Boolean).join(' · ')}
    >
      <Card>
        <Group gap="xs">
          <SessionTag session={session} />
          <Text>{line(session)}</Text>
        </Group>
        <QuorumSentence session={session} withBasis />
        {presided && <Text size="sm">{t('session.presided', { name: presided.name })}</Text>}
        {session.closedAt === null && (
          <Text size="sm" c="dimmed">
            {t('session.refreshed')}
          </Text>
        )}
        {own !== null && <OwnConflict dossierId={dossier.id} />}
      </Card>
      <Section title={t(session.mode === 'meeting' ? 'session.presence' : 'card.members')}>
        {session.mode === 'meeting' && reader.conducts ? (
          <Suspense fallback={<LoadingState />}>
            <PresenceForm dossier={dossier} council={council} session={session} />
          </Suspense>
        ) : (
          <PresenceList council={council} session={session} />
        )}
      </Section>
      <Section title={t('session.motions')}>
        {session.motions.length === 0 && <Text size="sm">{t('session.noMotion')}</Text>}
        <Stack gap="sm">
          <Suspense fallback={<LoadingState />}>
            {session.motions.map((motion) => (
              <MotionCard key={motion.id} {...{ dossier, council, session, motion, reader }} />
            ))}
          </Suspense>
        </Stack>
        {reader.conducts && <PutMotion {...{ dossier, council, session }} />}
      </Section>
      <Suspense fallback={null}>
        {reader.conducts && <CloseSession dossier={dossier} session={session} />}
      </Suspense>
      <Minutes {...{ dossier, council, session }} drafts={conducts && session.closedAt !== null} />
    </Page>
  );
}
