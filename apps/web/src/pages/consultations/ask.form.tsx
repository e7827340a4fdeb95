import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSULTATION_KINDS, type ConsultationKind } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { DateField } from '../../ui/date-field.js';
import { useAct } from '../dossiers/use-act.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { ask, consultableQuery } from './consultation.query.js';

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

const bodyOf = (draft: Draft): Schema<'AskConsultationDto'> => ({
  organisationId: draft.organisationId,
  kind: draft.kind,
  question: draft.question.trim(),
  legalBasis: draft.legalBasis.trim(),
  ...(draft.complex && { term: 'complex' as const, termReason: draft.termReason.trim() }),
  ...(draft.replyBy !== '' && { replyBy: draft.replyBy }),
});

/** The lead appraiser or a head asks one organisation: the letter is drafted, and asks once it is issued. */
export function AskDialog({ dossier, onClose }: { dossier: DossierView; onClose: () => void }) {
  const { t } = useTranslation('council');
  const [draft, setDraft] = useState(EMPTY);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const organisations = useQuery(consultableQuery(ORGANISATIONS[draft.kind])).data ?? [];
  const asking = useAct(dossier.id, (sent: Draft, key) => ask(dossier.id, bodyOf(sent), key), onClose);
  const complete =
    draft.organisationId !== '' &&
    draft.question.trim() !== '' &&
    draft.legalBasis.trim() !== '' &&
    (!draft.complex || draft.termReason.trim() !== '');
  return (
    <ActDialog
      title={t('consult.askTitle')}
      lead={t('consult.askLead')}
      submit={t('consult.submit')}
      pending={asking.isPending}
      error={asking.error}
      blocked={!complete}
      onClose={onClose}
      onSubmit={() => asking.mutate(draft)}
    >
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
    </ActDialog>
  );
}
