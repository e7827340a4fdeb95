import { Button, Group, List, NativeSelect, Spoiler, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSULTATION_FORMS, type ConsultationForm, type Status } from '#contracts';
import { formatInstant } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Section } from '../../ui/section.js';
import { Answer } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { ReasonField } from '../../ui/reason-field.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';
import { isWorking } from '../councils/working.js';
import { Card } from '../../ui/card.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { chooseForm, consultationFormQuery } from './consultation.query.js';

/** The head may choose earlier than anybody is asked. */
const EARLY: readonly Status[] = ['submitted', 'supplement_requested'];

/** Whom the head lets be heard in this round, what that needs, and every earlier choice. */
export function ConsultationFormSection({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('council');
  const query = useQuery(consultationFormQuery(dossier.id));
  const [open, setOpen] = useState(false);
  const chooses =
    hasRole(usePerson(), 'head') && (isWorking(dossier.status) || EARLY.includes(dossier.status));
  return (
    <Section
      title={t('consult.form')}
      aside={
        chooses && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('consult.choose')}
          </Button>
        )
      }
    >
      <Answer query={query}>
        {({ form, chosen, needs, history }) => (
          <Card>
            <Group gap="xs">
              <Tag tone="blue">{t(`consult.forms.${form}`)}</Tag>
              <Text size="sm">
                {!chosen ? t('consult.notChosen') : needs !== null && t(`consult.needs.${needs}`)}
              </Text>
            </Group>
            {history.length > 0 && (
              <Spoiler maxHeight={0} showLabel={t('consult.history')} hideLabel={t('consult.history')}>
                <List size="sm">
                  {history.map((choice) => (
                    <List.Item key={choice.id}>
                      {t('consult.chosen', {
                        form: t(`consult.forms.${choice.form}`),
                        name: choice.chosenByName,
                        at: formatInstant(choice.chosenAt),
                        reason: choice.reason,
                      })}
                    </List.Item>
                  ))}
                </List>
              </Spoiler>
            )}
            {open && <ChooseDialog dossier={dossier} now={form} onClose={() => setOpen(false)} />}
          </Card>
        )}
      </Answer>
    </Section>
  );
}

interface ChooseProps {
  dossier: DossierView;
  now: ConsultationForm;
  onClose: () => void;
}

function ChooseDialog({ dossier, now, onClose }: ChooseProps) {
  const { t } = useTranslation('council');
  const entry = useKeptEntry(`form.${dossier.id}`, { form: now, reason: '' });
  const draft = entry.value;
  const choosing = useTriedAct(
    dossier.id,
    (sent: typeof draft, call) => chooseForm(dossier.id, sent, call),
    () => {
      entry.forget();
      onClose();
    },
  );
  return (
    <TriedDialog
      title={t('consult.chooseTitle')}
      lead={t('consult.chooseLead')}
      name={t('consult.choose')}
      act={choosing}
      content={draft}
      blocked={draft.reason.trim() === ''}
      saying={({ form }) => [
        t('consult.saying.form', { form: t(`consult.forms.${form}`) }),
        t('consult.saying.toldNobody'),
      ]}
      onClose={onClose}
    >
      <NativeSelect
        label={t('consult.form')}
        value={draft.form}
        data={CONSULTATION_FORMS.map((form) => ({ value: form, label: t(`consult.forms.${form}`) }))}
        onChange={({ currentTarget }) =>
          entry.set({ ...draft, form: currentTarget.value as ConsultationForm })
        }
      />
      <ReasonField most={4000} value={draft.reason} onChange={(reason) => entry.set({ ...draft, reason })} />
    </TriedDialog>
  );
}
