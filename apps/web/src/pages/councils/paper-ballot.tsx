import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CouncilVote } from '#contracts';
import { useInstallation } from '../../api/installation.query.js';
import { todayHere } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { fieldsNamed } from '../../ui/fault-pointer.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { KeptNote, withoutRefusal } from '../../ui/kept-note.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { paperVoters } from './council-counts.js';
import { castVote } from './council.query.js';
import { type Motion } from './council.types.js';
import { type Paper, PaperField } from './paper-field.js';
import { type SessionProps } from './session.types.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';
import { VoteChoice } from './vote-choice.js';

interface Draft {
  memberId: string;
  vote: CouncilVote | null;
  castOn: string;
  papers: Paper[];
}

/** The secretary enters the signed ballot of a member, with a scan of it. */
export function PaperBallot({
  dossier,
  council,
  session,
  motion,
  onClose,
}: SessionProps & { motion: Motion; onClose: () => void }) {
  const { t } = useTranslation('council');
  const today = useInstallation().data?.today ?? todayHere();
  const empty: Draft = { memberId: '', vote: null, castOn: today, papers: [] };
  const entry = useKeptEntry(`ballot.${motion.id}`, empty);
  const voters = paperVoters(council, session, motion);
  // Whoever voted since this was entered cannot be chosen any more.
  const isVoter = voters.some(({ memberId }) => memberId === entry.value.memberId);
  const draft = isVoter ? entry.value : { ...entry.value, memberId: '' };
  const set = (part: Partial<Draft>) => entry.set({ ...draft, ...part });
  const fields = {
    memberId: { id: 'ballot-member', label: t('vote.member') },
    vote: { id: null, label: t('motion.vote') },
    castOn: { id: 'ballot-day', label: t('vote.castOn') },
    documentId: { id: null, label: t('vote.ballot') },
  };
  const entering = useTriedAct(
    dossier.id,
    ({ memberId, vote, castOn, papers }: Draft, call) =>
      castVote(
        { id: dossier.id, motionId: motion.id },
        { memberId, vote: vote ?? 'abstain', castOn, documentId: papers[0]?.id },
        call,
      ),
    () => {
      entry.forget();
      onClose();
    },
  );
  return (
    <TriedDialog
      title={t('vote.paperTitle')}
      lead={t('vote.paperLead')}
      name={t('vote.enter')}
      act={entering}
      content={draft}
      saying={() => [
        t('vote.saying.paper', {
          name: voters.find(({ memberId }) => memberId === draft.memberId)?.name ?? '',
          vote: t(`vote.words.${draft.vote ?? 'abstain'}`),
        }),
        t('vote.saying.final'),
        t('condition.saying.toldNobody'),
      ]}
      fieldOf={fieldsNamed(fields)}
      blocked={draft.memberId === '' || draft.vote === null || draft.papers.length === 0}
      onClose={onClose}
    >
      <KeptNote entry={withoutRefusal(entry, entering.previewing, entering.acting)} />
      <NativeSelect
        {...fields.memberId}
        required
        value={draft.memberId}
        data={[
          { value: '', label: t('change.choose') },
          ...voters.map(({ memberId, name }) => ({ value: memberId, label: name })),
        ]}
        onChange={({ currentTarget }) => set({ memberId: currentTarget.value })}
      />
      <VoteChoice label={t('motion.vote')} required value={draft.vote} onChange={(vote) => set({ vote })} />
      <DateField
        {...fields.castOn}
        min={session.heldOn}
        max={today}
        value={draft.castOn}
        onChange={(day) => set({ castOn: day })}
      />
      <PaperField
        dossierId={dossier.id}
        label={t('vote.ballot')}
        kind="council_paper"
        papers={draft.papers}
        onChange={(papers) => set({ papers })}
      />
    </TriedDialog>
  );
}
