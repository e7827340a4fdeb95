/** What became of a condition of an approval. Back to `open` after a rejected proof. */
export const CONDITION_STATES = ['open', 'proof_submitted', 'accepted', 'suspended', 'superseded'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];
/** States in which something is still owed: by the owner a proof, by the department its judgement. */
export const OWED_CONDITION_STATES = ['open', 'proof_submitted'] as const satisfies readonly ConditionState[];
export const CONDITION_EVENTS = [
  'decided',
  'imposed',
  'proof_submitted',
  'accepted',
  'rejected',
  'deadline_moved',
  'suspended',
  'resumed',
  'superseded',
] as const;
/** What happened to a condition; every change of it is one of these. */
export type ConditionEventKind = (typeof CONDITION_EVENTS)[number];
