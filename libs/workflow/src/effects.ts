import { isCouncilLetter, LETTER_KINDS } from '#contracts';
import { type Effect } from './workflow.types.js';

const NONE: readonly string[] = [];
/** Council papers and requests to the consulted are drafted by own acts, a holding reply by a clock, a recall by a decision. */
const NEVER_OF_AN_EDGE = ['holding_reply', 'consultation_request', 'recall_notice'];
const EDGE_LETTERS = LETTER_KINDS.filter(
  (kind) => !isCouncilLetter(kind) && !NEVER_OF_AN_EDGE.includes(kind),
);
const OWNER_CLOCKS = ['supplement', 'clarification', 'refusal_reply'] as const;
const GIVEN_CLOCKS = [...OWNER_CLOCKS, 'new_round'] as const;

/**
 * What an edge may ask of the shell, with the arguments that each effect takes. The core computes them as data only.
 * `record_*` says which row of the dossier's history the shell writes; every edge carries one.
 */
const EFFECTS = {
  choose_law: NONE,
  pin_law: NONE,
  assign_file_code: NONE,
  use_supplement_right: NONE,
  start_clocks: ['receipt', 'valid_dossier'],
  start_clock: GIVEN_CLOCKS,
  end_clock: OWNER_CLOCKS,
  stop_clocks: NONE,
  resume_clocks: NONE,
  close_clocks: NONE,
  record_submission: NONE,
  record_acceptance: NONE,
  record_assignment: NONE,
  record_screening: NONE,
  record_supplement_request: NONE,
  record_conclusion: NONE,
  record_send_back: NONE,
  record_endorsement: NONE,
  record_decision: NONE,
  record_conditions: NONE,
  record_refusal_notice: NONE,
  record_refusal_reply: NONE,
  record_return: NONE,
  record_withdrawal: NONE,
  record_extension: NONE,
  record_silence: NONE,
  record_deadline: NONE,
  record_reopening: NONE,
  next_round: NONE,
  letters_under_review: NONE,
  recall_earlier_letter: NONE,
  draft_letter: EDGE_LETTERS,
  void_draft: LETTER_KINDS,
  notify: ['owner', 'clerks', 'head', 'lead_appraiser', 'leader', 'experts'],
} as const satisfies Record<string, readonly string[]>;
export type EffectName = keyof typeof EFFECTS;
export const isEffect = (name: string): name is EffectName => Object.hasOwn(EFFECTS, name);

/** The arguments that an effect takes; empty when it takes none. */
export const effectArguments = (name: EffectName): readonly string[] => EFFECTS[name];

/** Reads `name` or `name:argument` as it stands in a pack. */
export function parseEffect(text: string): Effect {
  const [name = '', ...rest] = text.split(':');
  return { name, arg: rest.length > 0 ? rest.join(':') : null };
}

/** Whether an effect is of the vocabulary: `unknown_effect`, `effect_argument`, or null when it is. */
export function effectFault(text: string): 'unknown_effect' | 'effect_argument' | null {
  const { name, arg } = parseEffect(text);
  if (!isEffect(name)) return 'unknown_effect';
  const allowed = effectArguments(name);
  const fits = arg === null ? allowed.length === 0 : allowed.includes(arg);
  return fits ? null : 'effect_argument';
}
