import { type CommandName } from '#contracts';
import { type AnyCommand, type CaseFacts } from './workflow.types.js';

/** A word of `when`: it chooses between edges and never refuses. */
interface Condition {
  holds: (facts: CaseFacts, command: AnyCommand) => boolean;
  /** The commands whose payload it reads; a menu that has no payload yet must leave it open. */
  reads?: readonly CommandName[];
  /** Two different words of one group never hold together. */
  group?: string;
}

const clockIs = (purpose: string): Condition => ({
  reads: ['deadline_passed'],
  group: 'clock',
  holds: (facts, command) =>
    command.name === 'deadline_passed' &&
    (facts.openClocks ?? []).some(
      (clock) => clock.clockId === command.payload.clockId && clock.purpose === purpose,
    ),
});

const CONDITIONS = {
  lead_assigned: { holds: (facts) => facts.leadAppraiserId !== null },
  assigning_lead: {
    reads: ['assign'],
    holds: (_facts, command) => command.name === 'assign' && command.payload.kind === 'lead',
  },
  head_concluded: { holds: (facts) => facts.concluderRoles?.includes('head') ?? false },
  reply_clock: clockIs('reply'),
  supplement_clock: clockIs('supplement'),
  clarification_clock: clockIs('clarification'),
  refusal_reply_clock: clockIs('refusal_reply'),
} as const satisfies Record<string, Condition>;
export type ConditionName = keyof typeof CONDITIONS;

const table: Record<ConditionName, Condition> = CONDITIONS;
const nameOf = (word: string): string => word.replace(/^!/, '');
const conditionOf = (word: string): Condition | undefined => {
  const name = nameOf(word);
  return Object.hasOwn(table, name) ? table[name as ConditionName] : undefined;
};

/** Whether a word of `when`, plain or negated with `!`, is known. */
export const isCondition = (word: string): boolean => conditionOf(word) !== undefined;

/** The commands whose payload the word reads; none when it looks at the facts only. */
export const commandsRead = (word: string): readonly CommandName[] => conditionOf(word)?.reads ?? [];

/** Whether a word holds. `!` negates. @throws Error on an unknown word, which the loader has refused before. */
export function holds(word: string, facts: CaseFacts, command: AnyCommand): boolean {
  const condition = conditionOf(word);
  if (!condition) throw new Error(`unknown condition ${word}`);
  return condition.holds(facts, command) !== word.startsWith('!');
}

/** Whether two words can never hold together: `x` and `!x`, or two words of one group. */
export function exclude(a: string, b: string): boolean {
  if (nameOf(a) === nameOf(b)) return a !== b;
  const group = conditionOf(a)?.group;
  return group !== undefined && group === conditionOf(b)?.group && !a.startsWith('!') && !b.startsWith('!');
}
