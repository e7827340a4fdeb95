import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { BackLink } from '../../ui/back-link.js';
import { lazily } from '../../ui/lazily.js';
import { formatDate } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { OpeningDossier } from '../../ui/opening-dossier.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { dossierQuery } from '../dossiers/dossier.query.js';
import { type CommandAnswer, type DossierView } from '../dossiers/dossier.types.js';
import { Presence } from '../dossiers/presence.js';
import { useReception } from './reception.query.js';

const DoneNote = lazily(async () => (await import('./done-note.js')).DoneNote);
const ReceptionDesk = lazily(async () => (await import('./reception-desk.js')).ReceptionDesk);

/** The completeness check of a submitted dossier, item by item, up to the one act that follows from it. */
export function ReceptionPage() {
  const { t } = useTranslation('clerk');
  const { id } = useParams<{ id: string }>();
  const isClerk = hasRole(usePerson(), 'clerk');
  const query = useQuery({ ...dossierQuery(id), enabled: isClerk });
  if (!isClerk) return <ForbiddenPage title={t('reception.checklist')} />;
  if (query.data) return <Reception key={id} dossier={query.data} />;
  return <OpeningDossier query={query} />;
}

function Reception({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation(['clerk', 'words']);
  const [done, setDone] = useState<CommandAnswer | null>(null);
  const { id, projectName, fileCode, procedureId, receivedOn, parties, status } = dossier;
  const owners = parties.filter(({ party }) => party !== 'authority').map(({ name }) => name);
  const facts = [
    fileCode,
    t(`words:procedure.${procedureId}`),
    [...new Set(owners)].join(', '),
    receivedOn && t('reception.received', { on: formatDate(receivedOn) }),
  ];
  return (
    <Page
      wide
      title={t('reception.title', { project: projectName })}
      lead={facts.filter(Boolean).join(' · ')}
      above={<BackLink to={`/dossiers/${id}`} name={t('reception.back')} />}
    >
      <Presence dossierId={id} />
      {done !== null && (
        <Suspense fallback={<LoadingState rows={2} />}>
          <DoneNote dossierId={id} answer={done} />
        </Suspense>
      )}
      {done === null && status === 'submitted' && <Received dossier={dossier} onDone={setDone} />}
      {done === null && status !== 'submitted' && (
        <EmptyState
          title={t('reception.over')}
          action={
            <Anchor component={Link} href={`/dossiers/${id}`}>
              {t('letters.toDossier')}
            </Anchor>
          }
        >
          {t('reception.overText', { status: t(`words:status.${status}`) })}
        </EmptyState>
      )}
    </Page>
  );
}

function Received({ dossier, onDone }: { dossier: DossierView; onDone: (answer: CommandAnswer) => void }) {
  const { reception, error, again } = useReception(dossier);
  if (reception !== null)
    return (
      <Suspense fallback={<LoadingState />}>
        <ReceptionDesk {...{ dossier, reception, onDone }} />
      </Suspense>
    );
  return error === null ? <LoadingState /> : <ProblemAlert error={error} onRetry={again} />;
}
