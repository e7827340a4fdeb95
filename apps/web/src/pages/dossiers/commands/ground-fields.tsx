import { ReasonField } from '../../../ui/reason-field.js';
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
  return (
    <>
      <ReasonField most={4000} value={ground.reason} onChange={(reason) => onChange({ ...ground, reason })} />
      <DocumentChoice
        {...{ dossierId, id, label, required }}
        kind="evidence"
        value={ground.documentId}
        onChange={(documentId) => onChange({ ...ground, documentId })}
      />
    </>
  );
}
