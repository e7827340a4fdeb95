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
