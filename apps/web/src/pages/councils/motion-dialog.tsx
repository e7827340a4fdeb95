import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { COUNCIL_MOTIONS, type CouncilMotionKind, type Outcome } from '#contracts';
import { type DossierView } from '../dossiers/dossier.types.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { fieldsNamed } from '../../ui/fault-pointer.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { putMotion } from './council.query.js';
import { type Council, type Session } from './council.types.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';
import { useToldMembers } from './use-told-members.js';

interface Props {
  dossier: DossierView;
  council: Council;
  session: Session;
  onClose: () => void;
}

const EMPTY = {
  kind: 'procedural' as CouncilMotionKind,
  text: '',
  outcome: '' as Outcome | '',
  conditions: '',
};
const ON_CONDITION: Outcome = 'agree_with_conditions';

/** What the API is sent of a motion: an outcome with a conclusion alone, conditions with that outcome alone. */
const motionBody = ({ kind, text, outcome, conditions }: typeof EMPTY) => ({
  ...{ kind, text: text.trim() },
  ...(kind === 'conclusion' && outcome !== '' && { outcome }),
  ...(kind === 'conclusion' && outcome === ON_CONDITION && { conditions: conditions.trim() }),
});

/** The form of a motion. */
export function MotionDialog({ dossier, council, session, onClose }: Props) {
  const { t } = useTranslation(['council', 'dossier']);
  const words = useProcedureWords(dossier);
  const entry = useKeptEntry(`motion.${session.id}`, EMPTY);
  const draft = entry.value;
  const set = (part: Partial<typeof EMPTY>) => entry.set({ ...draft, ...part });
  const path = { id: dossier.id, sessionId: session.id };
  const told = useToldMembers(council);
  const putting = useTriedAct(
    dossier.id,
    (sent: typeof EMPTY, call) => putMotion(path, motionBody(sent), call),
    () => {
      entry.forget();
      onClose();
    },
  );
  const fields = {
    kind: { id: 'motion-kind', label: t('motion.kind') },
    outcome: { id: 'motion-outcome', label: t('motion.outcome') },
    text: { id: 'motion-text', label: t('motion.text') },
    conditions: { id: 'motion-conditions', label: t('motion.conditions') },
  };
  const concludes = draft.kind === 'conclusion';
  const onCondition = concludes && draft.outcome === ON_CONDITION;
  const complete =
    draft.text.trim() !== '' &&
    (!concludes || draft.outcome !== '') &&
    (!onCondition || draft.conditions.trim() !== '');
  return (
    <TriedDialog
      title={t('motion.put')}
      name={t('motion.submit')}
      act={putting}
      content={draft}
      saying={({ number }) => [
        t('motion.saying.put', { number, kind: t(`motion.kinds.${draft.kind}`) }),
        t('motion.saying.secret'),
        told,
      ]}
      fieldOf={fieldsNamed(fields)}
      blocked={!complete}
      onClose={onClose}
    >
      <NativeSelect
        {...fields.kind}
        value={draft.kind}
        data={COUNCIL_MOTIONS.map((kind) => ({ value: kind, label: t(`motion.kinds.${kind}`) }))}
        onChange={({ currentTarget }) => set({ kind: currentTarget.value as CouncilMotionKind })}
      />
      {concludes && (
        <NativeSelect
          {...fields.outcome}
          required
          value={draft.outcome}
          data={[
            { value: '', label: t('change.choose') },
            ...words.outcomes.map((outcome) => ({ value: outcome, label: words.outcome(outcome) })),
          ]}
          onChange={({ currentTarget }) => set({ outcome: currentTarget.value as Outcome | '' })}
        />
      )}
      <Textarea
        {...fields.text}
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      {onCondition && (
        <Textarea
          {...fields.conditions}
          required
          autosize
          minRows={2}
          maxLength={8000}
          value={draft.conditions}
          onChange={({ currentTarget }) => set({ conditions: currentTarget.value })}
        />
      )}
    </TriedDialog>
  );
}
