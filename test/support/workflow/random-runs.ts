import fc from 'fast-check';
import { type CommandName, COMMANDS, type ConditionDraft, type Status } from '#contracts';
import { addDays } from '#kernel';
import { type AnyCommand, type CaseFacts } from '#workflow';
import {
  A_CONDITION,
  aCommand,
  aScreening,
  OLD_MACHINE,
  PEOPLE,
  type PersonName,
  PROHIBITED,
  TODAY,
} from '../case-facts.js';

/** One thing that happens to a dossier: something around it changes, somebody tries a command, or it goes its way. */
export type RandomStep =
  | { kind: 'event'; change: Partial<CaseFacts> }
  | { kind: 'try'; who: PersonName; command: AnyCommand }
  | { kind: 'onward' }
  /** The days of all open clocks pass, and the worker fires each. */
  | { kind: 'late' };

const PURPOSES = ['supplement', 'clarification', 'refusal_reply'] as const;
const outcome = fc.constantFrom('agree', 'agree_with_conditions', 'disagree_prohibited', 'disagree_other');
const conditions = fc.constantFrom<ConditionDraft[]>([], [A_CONDITION], [{ ...A_CONDITION, cures: [] }]);
const command: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...COMMANDS).map((name) => aCommand(name)) },
  { weight: 2, arbitrary: fc.record({ outcome, conditions }).map((given) => aCommand('conclude', given)) },
  {
    weight: 2,
    arbitrary: conditions.map((given) => aCommand('approve_with_conditions', { conditions: given })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...PURPOSES)
      .map((word) => aCommand('deadline_passed', { clockId: `${word}-clock` })),
  },
);
const screening = fc
  .record({
    current: fc.boolean(),
    blocking: fc.subarray([PROHIBITED, OLD_MACHINE]),
    undecidedCandidates: fc.subarray(['line-1:PRO-1']),
  })
  .map((given) => ({ screening: aScreening(given) }));
const change: fc.Arbitrary<Partial<CaseFacts>> = fc.oneof(
  screening,
  fc.constant({ screening: aScreening() }),
  fc.nat(1).map((opinionsOfRound) => ({ opinionsOfRound })),
  fc.constantFrom(0, 40).map((days) => ({ today: addDays(TODAY, days) })),
  fc.boolean().map((overdue) => ({ reply: { dueOn: TODAY, overdue } })),
);
const who = fc.constantFrom(...(Object.keys(PEOPLE) as PersonName[]));
/** Side ways that a random person with a random command would hardly ever find. */
const DETOURS: [PersonName, AnyCommand][] = [
  ['clerk', aCommand('request_supplement')],
  ['lead', aCommand('request_clarification')],
  ['head', aCommand('notify_refusal')],
  ['head', aCommand('extend_deadline')],
  ['leader', aCommand('send_back')],
  ['leader', aCommand('refuse')],
  ['clerk', aCommand('resubmit')],
];
const detour = fc
  .constantFrom(...DETOURS)
  .map(([person, given]) => ({ kind: 'try' as const, who: person, command: given }));
const step: fc.Arbitrary<RandomStep> = fc.oneof(
  { weight: 3, arbitrary: detour },
  { weight: 1, arbitrary: fc.constant({ kind: 'late' as const }) },
  { weight: 1, arbitrary: change.map((given) => ({ kind: 'event' as const, change: given })) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('try' as const), who, command }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'onward' as const }) },
);
export const randomSteps = fc.array(step, { minLength: 5, maxLength: 45 });

/** The usual next step of each status, so that random runs reach the end of the procedure. */
export const ONWARD: Partial<Record<Status, [PersonName, CommandName]>> = {
  draft: ['investor', 'submit'],
  submitted: ['clerk', 'accept'],
  supplement_requested: ['investor', 'resubmit'],
  accepted: ['appraiser', 'screen'],
  screened: ['head', 'assign'],
  under_review: ['lead', 'conclude'],
  clarification_requested: ['investor', 'clarify'],
  refusal_notified: ['investor', 'respond_to_refusal'],
  concluded: ['head', 'endorse'],
  endorsed: ['leader', 'approve'],
  approved: ['leader', 'reopen'],
};
