import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSULTATION_WITHDRAWALS, type ConsultationWithdrawal } from '#contracts';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ActDialog, ReasonDialog } from '../../ui/act-dialog.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useAct } from '../dossiers/use-act.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { AnswerForm } from './answer.form.js';
import { close, remind, withdraw } from './consultation.query.js';
import { type Consultation } from './consultation.types.js';

interface Props {
  dossier: DossierView;
  consultation: Consultation;
  asks: boolean;
}
type Opened = 'remind' | 'withdraw' | 'close' | 'paper' | null;

/** What the reader may do about one consultation: those who ask, the head, the clerk, or the consulted themselves. */
export function ConsultationActs({ dossier, consultation, asks }: Props) {
  const { t } = useTranslation('council');
  const person = usePerson();
  const [open, setOpen] = useState<Opened>(null);
  const [told, setTold] = useState<number | null>(null);
  const { state, organisationId, overdue } = consultation;
  const isTheirs = person.organisation?.id === organisationId && hasRole(person, 'agency', 'expert');
  const shut = () => setOpen(null);
  const dialog = { dossier, consultation, onClose: shut };
  if (state !== 'open' && state !== 'drafted') return null;
  const isOpen = state === 'open';
  if (isTheirs) return isOpen ? <AnswerForm {...dialog} onPaper={false} /> : null;
  const choices: [Exclude<Opened, null>, boolean, string][] = [
    ['remind', asks && isOpen, t('consult.remind')],
    ['paper', isOpen && hasRole(person, 'clerk'), t('consult.enterPaper')],
    ['withdraw', asks, t('consult.withdraw')],
    ['close', isOpen && overdue && asks && hasRole(person, 'head'), t('consult.close')],
  ];
  return (
    <>
      <Group gap="xs">
        {choices.map(([act, shown, name]) =>
          shown ? (
            <Button key={act} variant="default" onClick={() => setOpen(act)}>
              {name}
            </Button>
          ) : null,
        )}
      </Group>
      {told !== null && (
        <Text size="sm" role="status">
          {told === 0 ? t('consult.toldNobody') : t('consult.told', { count: told })}
        </Text>
      )}
      {open === 'remind' && <RemindDialog {...dialog} onTold={setTold} />}
      {open === 'withdraw' && <WithdrawDialog {...dialog} />}
      {open === 'close' && <CloseDialog {...dialog} />}
      {open === 'paper' && <AnswerForm {...dialog} onPaper />}
    </>
  );
}

interface DialogProps {
  dossier: DossierView;
  consultation: Consultation;
  onClose: () => void;
}

function RemindDialog({
  dossier,
  consultation,
  onClose,
  onTold,
}: DialogProps & { onTold: (n: number) => void }) {
  const { t } = useTranslation('council');
  const reminding = useAct(
    dossier.id,
    (_none: null, key) => remind(consultation, key),
    ({ told }) => {
      onTold(told);
      onClose();
    },
  );
  return (
    <ActDialog
      title={t('consult.remindTitle', { name: consultation.organisationName })}
      lead={t('consult.remindLead')}
      submit={t('consult.remind')}
      pending={reminding.isPending}
      error={reminding.error}
      onClose={onClose}
      onSubmit={() => reminding.mutate(null)}
    />
  );
}

function WithdrawDialog({ dossier, consultation, onClose }: DialogProps) {
  const { t } = useTranslation('council');
  const [draft, setDraft] = useState({ because: 'not_needed' as ConsultationWithdrawal, reason: '' });
  const withdrawing = useAct(
    dossier.id,
    (sent: typeof draft, key) => withdraw(consultation, sent, key),
    onClose,
  );
  return (
    <ActDialog
      title={t('consult.withdrawTitle', { name: consultation.organisationName })}
      submit={t('consult.withdraw')}
      pending={withdrawing.isPending}
      error={withdrawing.error}
      blocked={draft.reason.trim() === ''}
      onClose={onClose}
      onSubmit={() => withdrawing.mutate(draft)}
    >
      <NativeSelect
        label={t('consult.because')}
        value={draft.because}
        data={CONSULTATION_WITHDRAWALS.map((value) => ({ value, label: t(`consult.reasons.${value}`) }))}
        onChange={({ currentTarget }) =>
          setDraft({ ...draft, because: currentTarget.value as ConsultationWithdrawal })
        }
      />
      <ReasonField most={4000} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} />
    </ActDialog>
  );
}

function CloseDialog({ dossier, consultation, onClose }: DialogProps) {
  const { t } = useTranslation('council');
  const closing = useAct(dossier.id, (reason: string, key) => close(consultation, reason, key), onClose);
  return (
    <ReasonDialog
      title={t('consult.closeTitle', { name: consultation.organisationName })}
      lead={t('consult.closeLead')}
      submit={t('consult.close')}
      pending={closing.isPending}
      error={closing.error}
      onClose={onClose}
      onReason={(reason) => closing.mutate(reason)}
    />
  );
}
