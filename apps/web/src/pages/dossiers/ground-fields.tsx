import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DocumentChoice } from './document-choice.js';

export interface Ground {
  reason: string;
  documentId: string;
}
export const NO_GROUND: Ground = { reason: '', documentId: '' };

interface Props {
  dossierId: string;
  /** Of the field for the document. */
  id: string;
  /** What the document proves. */
  label: string;
  required: boolean;
  ground: Ground;
  onChange: (ground: Ground) => void;
}

/** On what a proposal rests that takes something back: a reason, and a document that shows it. */
export function GroundFields({ dossierId, id, label, required, ground, onChange }: Props) {
  const { t } = useTranslation('review');
  return (
    <>
      <Textarea
        label={t('act.reason')}
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={ground.reason}
        onChange={({ currentTarget }) => onChange({ ...ground, reason: currentTarget.value })}
      />
      <DocumentChoice
        {...{ dossierId, id, label, required }}
        kind="evidence"
        value={ground.documentId}
        onChange={(documentId) => onChange({ ...ground, documentId })}
      />
    </>
  );
}
