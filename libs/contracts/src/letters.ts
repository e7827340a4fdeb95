/** Kinds of papers that leave the department. */
export const LETTER_KINDS = [
  'receipt',
  'supplement_request',
  'clarification_request',
  'return_notice',
  'discontinuance',
  'intended_refusal',
  'decision',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
export const LETTER_STATUSES = ['draft', 'issued', 'void'] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];
/** What an issued letter is worth today. */
export const LETTER_VALIDITIES = ['valid', 'under_review', 'confirmed', 'replaced', 'recalled'] as const;
export type LetterValidity = (typeof LETTER_VALIDITIES)[number];
