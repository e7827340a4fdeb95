import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInstallation } from '../../api/installation.query.js';
import { type Schema } from '../../api/schema-names.js';
import { formatDate, todayHere } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DateField } from '../../ui/date-field.js';
import { ReasonField } from '../../ui/reason-field.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { type Paper, PaperField } from '../councils/paper-field.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { ConditionFiles } from './condition-files.js';
import { acceptProof, type Condition, handIn, moveDeadline, rejectProof } from './condition.query.js';
import { isOwed } from './condition-tag.js';

interface Props {
  dossier: DossierView;
  condition: Condition;
}
type Opened = 'handIn' | 'accept' | 'reject' | 'move' | null;
const MOST_FILES = 50;

/** What the reader may do about a condition: the owner's side proves, the house judges, the head moves the deadline. */
export function ConditionActs({ dossier, condition }: Props) {
  const { t } = useTranslation('council');
  const person = usePerson();
  const [open, setOpen] = useState<Opened>(null);
  const owners = dossier.relations.some((one) => one === 'owner' || one === 'clerk_on_behalf');
  const house = !dossier.relations.includes('owner');
  const { state, imposedOn } = condition;
  if (imposedOn === null || !isOwed(condition)) return null;
  const judges = house && state === 'proof_submitted' && hasRole(person, 'appraiser', 'head');
  const choices: [Exclude<Opened, null>, boolean][] = [
    ['handIn', owners && state === 'open'],
    ['accept', judges],
    ['reject', judges],
    ['move', house && hasRole(person, 'head')],
  ];
  const dialog = { dossier, condition, onClose: () => setOpen(null) };
  const proof = condition.history.findLast(({ kind }) => kind === 'proof_submitted');
  return (
    <>
      {judges && proof && (
        <>
          {proof.note !== null && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {t('condition.proofNote', { note: proof.note })}
            </Text>
          )}
          <ConditionFiles documentIds={proof.documentIds} />
        </>
      )}
      <Group gap="xs">
        {choices.map(([act, shown]) =>
          shown ? (
            <Button
              key={act}
              variant={act === 'handIn' || act === 'accept' ? 'filled' : 'default'}
              onClick={() => setOpen(act)}
            >
              {t(`condition.${act}`)}
            </Button>
          ) : null,
        )}
      </Group>
      {open === 'handIn' && <HandInDialog {...dialog} />}
      {open === 'accept' && <JudgeDialog {...dialog} verdict="accept" />}
      {open === 'reject' && <JudgeDialog {...dialog} verdict="reject" />}
      {open === 'move' && <MoveDialog {...dialog} />}
    </>
  );
}

interface DialogProps extends Props {
  onClose: () => void;
}

function HandInDialog({ dossier, condition, onClose }: DialogProps) {
  const { t } = useTranslation('council');
  const entry = useKeptEntry(`proof.${condition.id}`, { papers: [] as Paper[], note: '' });
  const { papers, note } = entry.value;
  const handing = useTriedAct(
    dossier.id,
    (body: { documentIds: string[]; note?: string }, call) => handIn(condition, body, call),
    () => {
      entry.forget();
      onClose();
    },
  );
  const said = useConditionSaid();
  return (
    <TriedDialog
      title={t('condition.handInTitle', { number: condition.number })}
      lead={t('condition.handInLead')}
      name={t('condition.handIn')}
      act={handing}
      content={{
        documentIds: papers.map(({ id }) => id),
        ...(note.trim() !== '' && { note: note.trim() }),
      }}
      blocked={papers.length === 0}
      saying={said}
      onClose={onClose}
    >
      <PaperField
        dossierId={dossier.id}
        label={t('condition.file')}
        kind="paper"
        papers={papers}
        onChange={(chosen) => entry.set({ ...entry.value, papers: chosen })}
        most={MOST_FILES}
      />
      <Textarea
        label={t('condition.note')}
        autosize
        minRows={2}
        maxLength={5000}
        value={note}
        onChange={({ currentTarget }) => entry.set({ ...entry.value, note: currentTarget.value })}
      />
    </TriedDialog>
  );
}

function JudgeDialog({
  dossier,
  condition,
  verdict,
  onClose,
}: DialogProps & { verdict: 'accept' | 'reject' }) {
  const { t } = useTranslation('council');
  const send = verdict === 'accept' ? acceptProof : rejectProof;
  const entry = useKeptEntry(`${verdict}.${condition.id}`, '');
  const text = entry.value.trim();
  const judging = useTriedAct(
    dossier.id,
    (note: string, call) => send(condition, note, call),
    () => {
      entry.forget();
      onClose();
    },
  );
  const said = useConditionSaid();
  return (
    <TriedDialog
      title={t(`condition.${verdict}Title`, { number: condition.number })}
      lead={t(`condition.${verdict}Lead`)}
      name={t(`condition.${verdict}`)}
      act={judging}
      content={text}
      blocked={verdict === 'reject' && text === ''}
      saying={said}
      onClose={onClose}
    >
      <ReasonField
        label={verdict === 'accept' ? t('condition.note') : undefined}
        required={verdict === 'reject'}
        rows={3}
        data-autofocus
        value={entry.value}
        onChange={entry.set}
      />
    </TriedDialog>
  );
}

function MoveDialog({ dossier, condition, onClose }: DialogProps) {
  const { t } = useTranslation('council');
  const today = useInstallation().data?.today ?? todayHere();
  const { id, number, deadlineOn } = condition;
  const entry = useKeptEntry(`move.${id}`, { deadlineOn, reason: '' });
  const draft = entry.value;
  const moving = useTriedAct(
    dossier.id,
    (sent: typeof draft, call) => moveDeadline(condition, sent, call),
    () => {
      entry.forget();
      onClose();
    },
  );
  const said = useConditionSaid();
  return (
    <TriedDialog
      title={t('condition.moveTitle', { number })}
      name={t('condition.move')}
      act={moving}
      content={draft}
      blocked={draft.reason.trim() === '' || draft.deadlineOn === deadlineOn}
      saying={(answer) => [
        t('condition.saying.moved', {
          on: formatDate(answer.condition.deadlineOn),
          before: formatDate(deadlineOn),
        }),
        ...said(answer),
      ]}
      onClose={onClose}
    >
      <DateField
        label={t('condition.newDeadline')}
        required
        min={today}
        value={draft.deadlineOn}
        onChange={(day) => entry.set({ ...draft, deadlineOn: day })}
      />
      <ReasonField most={5000} value={draft.reason} onChange={(reason) => entry.set({ ...draft, reason })} />
    </TriedDialog>
  );
}

/** What an act makes of a condition, how many are owed after it, and who is told: the house by name. */
function useConditionSaid() {
  const { t } = useTranslation('council');
  const inside = hasRole(usePerson(), 'clerk', 'appraiser', 'head');
  const told = (people: readonly { name: string }[]) => {
    if (!inside) return t('condition.saying.toldHouse');
    if (people.length === 0) return t('condition.saying.toldNobody');
    return t('condition.saying.told', { names: people.map(({ name }) => name).join(', ') });
  };
  return ({ condition: { number, state }, owed, recipients }: Schema<'ConditionAnswerDto'>) => [
    t('condition.saying.state', { number, state: t(`condition.state.${state}`) }),
    owed > 0 ? t('condition.owed', { count: owed }) : t('condition.allMet'),
    told(recipients),
  ];
}
