import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInstallation } from '../../api/installation.query.js';
import { todayHere } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ActDialog, ReasonDialog } from '../../ui/act-dialog.js';
import { DateField } from '../../ui/date-field.js';
import { ReasonField } from '../../ui/reason-field.js';
import { type Paper, PaperField } from '../councils/paper-field.js';
import { useAct } from '../dossiers/use-act.js';
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
  const [papers, setPapers] = useState<Paper[]>([]);
  const [note, setNote] = useState('');
  const handing = useAct(
    dossier.id,
    (body: { documentIds: string[]; note?: string }, key) => handIn(condition, body, key),
    onClose,
  );
  return (
    <ActDialog
      title={t('condition.handInTitle', { number: condition.number })}
      lead={t('condition.handInLead')}
      submit={t('condition.handIn')}
      pending={handing.isPending}
      error={handing.error}
      blocked={papers.length === 0}
      onClose={onClose}
      onSubmit={() =>
        handing.mutate({
          documentIds: papers.map(({ id }) => id),
          ...(note.trim() !== '' && { note: note.trim() }),
        })
      }
    >
      <PaperField
        dossierId={dossier.id}
        label={t('condition.file')}
        kind="paper"
        papers={papers}
        onChange={setPapers}
        most={MOST_FILES}
      />
      <Textarea
        label={t('condition.note')}
        autosize
        minRows={2}
        maxLength={5000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </ActDialog>
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
  const judging = useAct(dossier.id, (text: string, key) => send(condition, text, key), onClose);
  return (
    <ReasonDialog
      title={t(`condition.${verdict}Title`, { number: condition.number })}
      lead={t(`condition.${verdict}Lead`)}
      label={verdict === 'accept' ? t('condition.note') : undefined}
      optional={verdict === 'accept'}
      submit={t(`condition.${verdict}`)}
      pending={judging.isPending}
      error={judging.error}
      onClose={onClose}
      onReason={(text) => judging.mutate(text)}
    />
  );
}

function MoveDialog({ dossier, condition, onClose }: DialogProps) {
  const { t } = useTranslation('council');
  const today = useInstallation().data?.today ?? todayHere();
  const [draft, setDraft] = useState({ deadlineOn: condition.deadlineOn, reason: '' });
  const moving = useAct(dossier.id, (sent: typeof draft, key) => moveDeadline(condition, sent, key), onClose);
  return (
    <ActDialog
      title={t('condition.moveTitle', { number: condition.number })}
      submit={t('condition.move')}
      pending={moving.isPending}
      error={moving.error}
      blocked={draft.reason.trim() === '' || draft.deadlineOn === condition.deadlineOn}
      onClose={onClose}
      onSubmit={() => moving.mutate(draft)}
    >
      <DateField
        label={t('condition.newDeadline')}
        required
        min={today}
        value={draft.deadlineOn}
        onChange={(day) => setDraft({ ...draft, deadlineOn: day })}
      />
      <ReasonField most={5000} value={draft.reason} onChange={(reason) => setDraft({ ...draft, reason })} />
    </ActDialog>
  );
}
