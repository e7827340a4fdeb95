import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Section } from '../../ui/section.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { consultationFormQuery } from '../consultations/consultation.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { Declaration } from '../dossiers/invitations.js';
import { CouncilCard } from './council-card.js';
import { isOpenCouncil } from './council-counts.js';
import { councilsQuery } from './council.query.js';
import { type Council } from './council.types.js';
import { EstablishForm } from './establish.form.js';
import { isWorking } from './working.js';

/** The council of a dossier: who sits in it, its sessions, and what the reader may do about it. */
export function CouncilTab({ dossier }: { dossier: DossierView }) {
  const query = useQuery(councilsQuery(dossier.id));
  return (
    <Stack gap="lg">
      <Declaration dossierId={dossier.id} />
      <Answer query={query}>{(councils) => <Councils dossier={dossier} councils={councils} />}</Answer>
    </Stack>
  );
}

function Councils({ dossier, councils }: { dossier: DossierView; councils: readonly Council[] }) {
  const { t } = useTranslation('council');
  const [newest, ...earlier] = councils;
  const ended = newest === undefined || newest.status === 'dissolved' || newest.round !== dossier.round;
  return (
    <>
      {ended && isWorking(dossier.status) && <NoCouncil dossier={dossier} />}
      {newest === undefined && !isWorking(dossier.status) && <EmptyState title={t('none.title')} />}
      {newest && <CouncilCard dossier={dossier} council={newest} isCurrent={isOpenCouncil(newest)} />}
      {earlier.length > 0 && (
        <Section title={t('card.earlier')}>
          {earlier.map((council) => (
            <CouncilCard key={council.id} dossier={dossier} council={council} isCurrent={false} />
          ))}
        </Section>
      )}
    </>
  );
}

/** Without a council: the form to establish one, or what has to be done before. */
function NoCouncil({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('council');
  const person = usePerson();
  const form = useQuery({
    ...consultationFormQuery(dossier.id),
    enabled: hasRole(person, 'clerk', 'appraiser', 'head', 'leader'),
  });
  if (form.data === undefined) return <EmptyState title={t('none.title')} />;
  if (form.data.form !== 'council')
    return (
      <EmptyState
        title={t('none.title')}
        action={
          <Anchor component={Link} href={`/dossiers/${dossier.id}/consultations`}>
            {t('none.toForm')}
          </Anchor>
        }
      >
        {t('none.form')}
      </EmptyState>
    );
  if (!hasRole(person, 'head', 'leader'))
    return <EmptyState title={t('none.title')}>{t('none.waiting')}</EmptyState>;
  return <EstablishForm dossier={dossier} establishBy={form.data.establishBy} />;
}
