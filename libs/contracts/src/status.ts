/** The flat statuses of a dossier: the same words in SQL, API and web (design section 3). */
export const STATUSES = [
  'draft',
  'submitted',
  'supplement_requested',
  'returned',
  'accepted',
  'screened',
  'under_review',
  'clarification_requested',
  'refusal_notified',
  'concluded',
  'endorsed',
  'approved',
  'approved_with_conditions',
  'refused',
  'withdrawn',
  'discontinued',
] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses whose legal work is done; a pack marks the same ones with the tag `closed`. */
export const CLOSED_STATUSES = [
  'returned',
  'approved',
  'approved_with_conditions',
  'refused',
  'withdrawn',
  'discontinued',
] as const satisfies readonly Status[];

/** Statuses that decide the dossier on its merits. */
export const DECIDED_STATUSES = [
  'approved',
  'approved_with_conditions',
  'refused',
] as const satisfies readonly Status[];

/** Days of the calendar within which a due day counts as near: our convention; over a weekend three working days are left of it. */
export const NEAR_DUE_DAYS = 5;

/** Statuses in which the owner (or the appraiser, for a dossier abstracted from paper) may change the facts. */
export const EDITABLE_STATUSES = [
  'draft',
  'supplement_requested',
  'clarification_requested',
  'refusal_notified',
] as const satisfies readonly Status[];

export const isStatus = (word: string): word is Status => (STATUSES as readonly string[]).includes(word);
export const isClosed = (status: Status): boolean => (CLOSED_STATUSES as readonly string[]).includes(status);
export const isDecided = (status: Status): boolean =>
  (DECIDED_STATUSES as readonly string[]).includes(status);
export const isEditable = (status: Status): boolean =>
  (EDITABLE_STATUSES as readonly string[]).includes(status);
