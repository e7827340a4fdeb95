import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INSIDERS } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Section } from '../../ui/section.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { isWorking } from '../councils/working.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { AskDialog } from './ask.form.js';
import { ConsultationCard } from './consultation-card.js';
import { ConsultationFormSection } from './consultation-form.section.js';
import { consultationsQuery } from './consultation.query.js';

/** Who is heard about a dossier: the form that the head chose, and everybody who was asked; for the asked their question. */
export function ConsultationsTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('council');
  const person = usePerson();
  const query = useQuery(consultationsQuery(dossier.id));
  const consulted = !dossier.law;
  const house = hasRole(person, ...INSIDERS);
  const asks =
    isWorking(dossier.status) && (dossier.relations.includes('lead_appraiser') || hasRole(person, 'head'));
  return (
    <Stack gap="lg">
      {house && !consulted && <ConsultationFormSection dossier={dossier} />}
      <Section
        title={t(consulted ? 'consult.askedYou' : 'consult.asked')}
        aside={asks && <Ask dossier={dossier} />}
      >
        <Answer query={query}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={t('consult.none')}>{t('consult.noneText')}</EmptyState>
            ) : (
              items.map((one) => (
                <ConsultationCard key={one.id} dossier={dossier} consultation={one} asks={asks} />
              ))
            )
          }
        </Answer>
      </Section>
    </Stack>
  );
}

function Ask({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('council');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('consult.ask')}</Button>
      {open && <AskDialog dossier={dossier} onClose={() => setOpen(false)} />}
    </>
  );
}
