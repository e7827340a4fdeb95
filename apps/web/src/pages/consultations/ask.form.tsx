import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CONSULTATION_KINDS, type ConsultationKind } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { formatDate } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { ConsultationLetter } from './consultation-letter.js';
import { ask, consultableQuery } from './consultation.query.js';
import { type Consultation } from './consultation.types.js';

const ORGANISATIONS = {
  agency: ['agency', 'registration_agency'],
  independent_body: ['other'],
} as const;
interface Draft {
  kind: ConsultationKind;
  organisationId: string;
  question: string;
  legalBasis: string;
  complex: boolean;
  termReason: string;
  replyBy: string;
}
const EMPTY: Draft = {
  kind: 'agency',
  organisationId: '',
  question: '',
  legalBasis: '',
  complex: false,
  termReason: '',
  replyBy: '',
};

type Asked = Schema<'AskConsultationDto'>;
const bodyOf = (draft: Draft): Asked => ({
  organisationId: draft.organisationId,
  kind: draft.kind,
  question: draft.question.trim(),
  legalBasis: draft.legalBasis.trim(),
  ...(draft.complex && { term: 'complex' as const, termReason: draft.termReason.trim() }),
  ...(draft.replyBy !== '' && { replyBy: draft.replyBy }),
});

const isComplete = ({ organisationId, question, legalBasis, complex, termReason }: Draft): boolean =>
  organisationId !== '' &&
  question.trim() !== '' &&
  legalBasis.trim() !== '' &&
  (!complex || termReason.trim() !== '');

/** The lead appraiser or a head asks one organisation: the letter is drafted, and asks once it is issued. */
export function AskDialog({ dossier, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation('council');
  const entry = useKeptEntry(`ask.${dossier.id}`, EMPTY);
  const draft = entry.value;
  const set = (part: Partial<Draft>) => entry.set({ ...draft, ...part });
  const asking = useTriedAct(
    dossier.id,
    (body: Asked, call) => ask(dossier.id, body, call),
    () => {
      entry.forget();
      onClose();
    },
  );
  const saying = useAskingSaid();
  return (
    <TriedDialog
      title={t('consult.askTitle')}
      lead={t('consult.askLead')}
      name={t('consult.submit')}
      act={asking}
      content={bodyOf(draft)}
      blocked={!isComplete(draft)}
      saying={saying}
      showing={(asked) => <ConsultationLetter dossierId={dossier.id} asked={asked} />}
      onClose={onClose}
    >
      <QuestionFields draft={draft} onChange={set} />
    </TriedDialog>
  );
}

/** Who is asked, what, on which article, and until when. */
function QuestionFields({
  draft,
  onChange: set,
}: {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}) {
  const { t } = useTranslation('council');
  const organisations = useQuery(consultableQuery(ORGANISATIONS[draft.kind])).data ?? [];
  return (
    <>
      <NativeSelect
        label={t('consult.kind')}
        value={draft.kind}
        data={CONSULTATION_KINDS.map((kind) => ({ value: kind, label: t(`consult.kinds.${kind}`) }))}
        onChange={({ currentTarget }) =>
          set({ kind: currentTarget.value as ConsultationKind, organisationId: '' })
        }
      />
      <NativeSelect
        label={t('consult.organisation')}
        required
        value={draft.organisationId}
        data={[
          { value: '', label: t('change.choose') },
          ...organisations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) => set({ organisationId: currentTarget.value })}
      />
      <Textarea
        label={t('consult.question')}
        required
        autosize
        minRows={3}
        maxLength={8000}
        value={draft.question}
        onChange={({ currentTarget }) => set({ question: currentTarget.value })}
      />
      <TextInput
        label={t('consult.legalBasis')}
        required
        maxLength={500}
        value={draft.legalBasis}
        onChange={({ currentTarget }) => set({ legalBasis: currentTarget.value })}
      />
      <DateField
        label={t('consult.replyBy')}
        description={t('consult.replyByHint')}
        value={draft.replyBy}
        onChange={(day) => set({ replyBy: day })}
      />
      <Checkbox
        label={t('consult.complex')}
        checked={draft.complex}
        onChange={({ currentTarget }) => set({ complex: currentTarget.checked })}
      />
      {draft.complex && (
        <Textarea
          label={t('consult.termReason')}
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.termReason}
          onChange={({ currentTarget }) => set({ termReason: currentTarget.value })}
        />
      )}
    </>
  );
}

/** What asking leads to: a letter that waits for its signature, the day of the answer, and nobody told before it leaves. */
function useAskingSaid() {
  const { t } = useTranslation('council');
  return ({ organisationName: name, replyBy, term }: Consultation) => [
    t('consult.saying.drafted', { name }),
    replyBy === null
      ? t(`consult.saying.term.${term}`)
      : t('consult.saying.replyBy', { on: formatDate(replyBy) }),
    t('consult.saying.toldLater', { name }),
  ];
}
