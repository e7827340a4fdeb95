import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSULTATION_WITHDRAWALS, type ConsultationWithdrawal } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { formatDate } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ReasonField } from '../../ui/reason-field.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';
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
  const { organisationName: name } = consultation;
  const reminding = useTriedAct(
    dossier.id,
    (_none: null, call) => remind(consultation, call),
    ({ told }) => {
      onTold(told);
      onClose();
    },
  );
  return (
    <TriedDialog
      title={t('consult.remindTitle', { name })}
      lead={t('consult.remindLead')}
      name={t('consult.remind')}
      act={reminding}
      content={null}
      saying={({ told, reminders }) => [
        told === 0
          ? t('consult.saying.remindNobody', { name })
          : t('consult.saying.tell', { count: told, name }),
        t('consult.saying.reminder', { number: reminders }),
      ]}
      onClose={onClose}
    />
  );
}

const NOT_NEEDED: { because: ConsultationWithdrawal; reason: string } = { because: 'not_needed', reason: '' };

function WithdrawDialog({ dossier, consultation, onClose }: DialogProps) {
  const { t } = useTranslation('council');
  const { id, organisationName: name } = consultation;
  const entry = useKeptEntry(`withdraw.${id}`, NOT_NEEDED);
  const draft = entry.value;
  const withdrawing = useTriedAct(
    dossier.id,
    (sent: typeof draft, call) => withdraw(consultation, sent, call),
    () => {
      entry.forget();
      onClose();
    },
  );
  const ended = useEndingSaid(consultation);
  return (
    <TriedDialog
      title={t('consult.withdrawTitle', { name })}
      name={t('consult.withdraw')}
      act={withdrawing}
      content={draft}
      blocked={draft.reason.trim() === ''}
      saying={ended}
      onClose={onClose}
    >
      <NativeSelect
        label={t('consult.because')}
        value={draft.because}
        data={CONSULTATION_WITHDRAWALS.map((value) => ({ value, label: t(`consult.reasons.${value}`) }))}
        onChange={({ currentTarget }) =>
          entry.set({ ...draft, because: currentTarget.value as ConsultationWithdrawal })
        }
      />
      <ReasonField most={4000} value={draft.reason} onChange={(reason) => entry.set({ ...draft, reason })} />
    </TriedDialog>
  );
}

function CloseDialog({ dossier, consultation, onClose }: DialogProps) {
  const { t } = useTranslation('council');
  const { id, organisationName: name } = consultation;
  const entry = useKeptEntry(`close.${id}`, '');
  const reason = entry.value.trim();
  const closing = useTriedAct(
    dossier.id,
    (sent: string, call) => close(consultation, sent, call),
    () => {
      entry.forget();
      onClose();
    },
  );
  const ended = useEndingSaid(consultation);
  return (
    <TriedDialog
      title={t('consult.closeTitle', { name })}
      lead={t('consult.closeLead')}
      name={t('consult.close')}
      act={closing}
      content={reason}
      blocked={reason === ''}
      saying={ended}
      onClose={onClose}
    >
      <ReasonField rows={3} most={4000} value={entry.value} onChange={entry.set} data-autofocus />
    </TriedDialog>
  );
}

/** What the end of a consultation leads to: its day or a letter that is void, when our own reply is due, who is told. */
function useEndingSaid({ state, organisationName: name }: Consultation) {
  const { t } = useTranslation('council');
  return ({ closedOn, replyClockId, replyDueOn, told }: Schema<'EndedConsultationDto'>) => [
    state === 'drafted' ? t('consult.saying.void') : t('consult.saying.ended', { on: formatDate(closedOn) }),
    replyClockId !== null && t('consult.saying.replyStarts'),
    replyDueOn === null
      ? t('consult.saying.noReplyDue')
      : t('consult.saying.replyDue', { on: formatDate(replyDueOn) }),
    told === 0 ? t('consult.saying.toldNobody') : t('consult.saying.tell', { count: told, name }),
  ];
}
