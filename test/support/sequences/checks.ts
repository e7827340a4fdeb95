/**
 * How often something must have been there to be looked at, in a hundred sequences of a suite, and at least once.
 * A suite without a number need not come to it; one of the two must.
 */
export type Share = { opinions: number; appraisals?: number } | { opinions?: number; appraisals: number };
const both = (share: number): Share => ({ opinions: share, appraisals: share });

/** Every claim that an oracle can make, by invariant of design section 4: one that is not named here cannot be counted. */
export const CHECKS = {
  1: {
    approval: { opinions: 10, appraisals: 4 },
    'approval in spite of a finding that blocks': both(1),
    'approval with decided candidates': { appraisals: 1 },
    'a conclusion on a current screening': both(6),
    'screening again': both(10),
    'a blocking finding fell': both(0),
    'an overturn by two': both(0),
    'a prohibited match by two': { appraisals: 20 },
  },
  2: {
    decision: both(8),
    'decision of a later round': both(0),
    'decision with a council': { opinions: 1 },
    'a conclusion or decision after a council': { opinions: 1 },
  },
  3: {
    'three people': both(8),
    'an act of somebody in conflict': both(5),
    'a return as not competent': both(0),
    'a return because nobody is left': both(0),
    'a proof judged by another person': both(0),
  },
  4: {
    'a look that is granted': both(6),
    'a look that is not': both(8),
    'a look of somebody in conflict': both(1),
    'an invitation': both(0),
  },
  5: {
    'a step with its log': both(80),
    'entries of verified chains': both(800),
    'a rehearsal': both(5),
    'the database refused': both(14),
    'a whole log verified': both(0),
    'a forgery found': both(1),
  },
  6: {
    'a clock started': both(16),
    'a date moved': both(0),
    'a term extended': { appraisals: 0 },
    'a clock ran out': both(4),
    'a clock stands still': { opinions: 0 },
    'a clock made to stand still': both(1),
    'a date shown': both(200),
    'clocks counted again': both(25),
  },
  7: { 'asked once: supplement': both(4), 'asked once: clarification': both(15) },
  8: {
    'a delivery twice': both(5),
    'a key with another body': both(5),
    'a delivery by somebody barred since': both(0),
    'two rivals': both(8),
    'a rival told who won': both(5),
    'a conflict told who won': both(1),
  },
  9: { 'a screening': both(12), 'a screening repeated': both(0) },
  10: {
    'an inconclusive finding': both(50),
    'a finding judged again': both(50),
    'missing data judged again': both(0),
    'unproven data judged again': { appraisals: 0 },
    'uncertain data judged again': both(0),
    'inconclusive findings answered': both(8),
    'determination: approved': { appraisals: 1 },
    'determination: refused': { appraisals: 1 },
  },
  11: {
    'a decision in time': both(8),
    'a decision after the deadline': both(0),
    'silence kept': both(1),
    'a reply clock fulfilled': both(3),
    'discontinued after its day': both(1),
  },
} as const satisfies Record<number, Record<string, Share>>;
export type Invariant = keyof typeof CHECKS;
/** A claim of one invariant. */
export type Check<I extends Invariant> = keyof (typeof CHECKS)[I] & string;

/** What sequences must have come to besides: `group|name`, or a whole group. */
export const REACHED: Readonly<Record<string, Share>> = {
  accepted: both(250),
  refused: both(80),
  'length|30 or more': both(1),
  'came to|concluded': both(8),
  'came to|endorsed': { opinions: 8, appraisals: 5 },
  'came to|approved': { opinions: 6, appraisals: 3 },
  'came to|a later round': both(6),
  'came to|discontinued': both(0),
  'came to|returned': both(0),
  'accepted|second overturn': both(0),
  'accepted|extend_deadline': { appraisals: 0 },
  'accepted|proof of condition': both(0),
  'accepted|accept of condition': both(0),
  'accepted|reject of condition': both(0),
};
