import { type CommandName, type Outcome } from '#contracts';
import { type CommandValues, type ConditionEntry, type InconclusiveEntry } from './command-fields.js';

/** What is known already when a command begins: the conclusion that a decision follows, the findings that stand. */
export interface Known {
  conclusion: {
    outcome: Outcome;
    content: {
      summary?: string;
      conditions?: ConditionEntry[];
      findingKeys?: string[];
      failedCriteria?: string[];
    };
  } | null;
  /** Keys of findings without a verdict, and of those that are breached and stand, in the newest screening. */
  inconclusive: readonly string[];
  breached: readonly string[];
  asked: number;
}

const unanswered = (findingKey: string): InconclusiveEntry => ({ findingKey, answer: '', reason: '' });

/** The values with which a form begins. */
export function beginningOf(command: CommandName, { conclusion, inconclusive, asked }: Known): CommandValues {
  const { summary = '', conditions = [], findingKeys = [], failedCriteria = [] } = conclusion?.content ?? {};
  switch (command) {
    case 'assign':
      return { kind: 'lead' };
    case 'conclude':
      return { inconclusive: inconclusive.map(unanswered), conditions: [] };
    case 'approve_with_conditions':
      return { conditions: conditions.map((condition) => ({ ...condition, cures: condition.cures ?? [] })) };
    case 'refuse':
      return { reasons: summary, findingKeys, failedCriteria };
    case 'resubmit':
    case 'clarify':
      return { answers: Array.from({ length: asked }, () => '') };
    default:
      return {};
  }
}

/** The values of a form: those with which it begins, or what was entered, as it fits the newest screening. */
export function valuesOf(command: CommandName, entered: CommandValues | null, known: Known): CommandValues {
  if (entered === null) return beginningOf(command, known);
  const { findingKeys } = entered;
  return {
    ...entered,
    ...(command === 'conclude' && { inconclusive: answersTo(known.inconclusive, entered) }),
    ...(Array.isArray(findingKeys) && {
      findingKeys: (findingKeys as string[]).filter((key) => known.breached.includes(key)),
    }),
  };
}

/** An answer for each finding that is open now: what was written stays, what is new waits for an answer. */
function answersTo(keys: readonly string[], entered: CommandValues): InconclusiveEntry[] {
  const given = (entered['inconclusive'] ?? []) as InconclusiveEntry[];
  return keys.map((key) => given.find(({ findingKey }) => findingKey === key) ?? unanswered(key));
}
