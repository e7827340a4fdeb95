/** What everybody may know without an account. The words for each code stand in catalogues, never those of the house. */

/** What an issued letter is worth to whoever holds it; a letter that was confirmed after a complaint is valid. */
export const LETTER_STANDINGS = ['valid', 'under_review', 'replaced', 'recalled'] as const;
export type LetterStanding = (typeof LETTER_STANDINGS)[number];

/** How dossiers end that were answered on their merits, as the open statistics count them; each in exactly one. */
export const DECIDED_OUTCOMES = [
  'agreed',
  'agreed_with_conditions',
  'refused_outdated',
  'refused_prohibited',
  'refused_other',
  'determined_not_outdated',
  'determined_outdated',
] as const;
export type DecidedOutcome = (typeof DECIDED_OUTCOMES)[number];

/** Where a dossier stands for who follows it with its secret; steps that only the house takes are `in_progress`. */
export const PUBLIC_STATUSES = [
  'handed_in',
  'in_progress',
  'in_progress_again',
  'supplement_awaited',
  'explanation_awaited',
  'comment_awaited',
  'answered',
  'returned',
  'withdrawn',
  'ended',
] as const;
export type PublicStatus = (typeof PUBLIC_STATUSES)[number];

/** What the letter that has left says, in one word. */
export const PUBLIC_OUTCOMES = [
  'agreed',
  'agreed_with_conditions',
  'not_agreed',
  'not_outdated',
  'outdated',
] as const;
export type PublicOutcome = (typeof PUBLIC_OUTCOMES)[number];

/** Who has to act so that it goes on. */
export const PUBLIC_TURNS = ['you', 'department', 'other_agency', 'nobody'] as const;
export type PublicTurn = (typeof PUBLIC_TURNS)[number];

/** Why the dossier waits, or why its day is what it is. */
export const PUBLIC_REASONS = [
  'supplement_awaited',
  'explanation_awaited',
  'comment_awaited',
  'agency_awaited',
  'term_stands_still',
  'term_stood_still',
  'term_extended',
  'examined_again',
  'day_passed',
] as const;
export type PublicReason = (typeof PUBLIC_REASONS)[number];

/** Steps that everybody with the secret may know; every other step is left out. */
export const PUBLIC_STEPS = [
  'handed_in',
  'taken_in',
  'supplement_asked',
  'supplement_received',
  'explanation_asked',
  'explanation_received',
  'comment_invited',
  'comment_received',
  'term_extended',
  'answered',
  'returned',
  'withdrawn',
  'ended',
  'examined_again',
  'letter_issued',
] as const;
export type PublicStep = (typeof PUBLIC_STEPS)[number];
