import { type CommandName } from '#contracts';
import { type CommandValues, type InconclusiveEntry } from './command-fields.js';
import { type RecordedConclusion, type TakenOver } from './taken-over.js';

/** What is known already when a command begins: the conclusion that a decision follows, the findings that stand. */
export interface Known {
  conclusion: Pick<RecordedConclusion, 'outcome' | 'content'> | null;
  /** With what a new conclusion begins: what was sent back, or the own opinion. */
  takenOver: TakenOver | null;
  /** Keys of findings without a verdict, and of those that are breached and stand, in the newest screening. */
  inconclusive: readonly string[];
  breached: readonly string[];
  /** Criteria that recorded opinions call not achieved; null where nobody asked. */
  failed: readonly string[] | null;
  asked: number;
}

const unanswered = (findingKey: string): InconclusiveEntry => ({ findingKey, answer: '', reason: '' });

/** The values with which a form begins. */
export function beginningOf(command: CommandName, known: Known): CommandValues {
  const { conclusion, takenOver, inconclusive, asked } = known;
  const { summary = '', conditions = [], findingKeys = [], failedCriteria = [] } = conclusion?.content ?? {};
  switch (command) {
    case 'assign':
      return { kind: 'lead' };
    case 'conclude':
      return {
        ...{ conditions: [], ...takenOver?.values },
        inconclusive: answersTo(inconclusive, takenOver?.values ?? {}),
      };
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

/** Kept beside what was entered: with what the form began, of the conclusion as it was then. */
const SINCE = '~since';
/** Decisions whose form begins with the conclusion: it may be another one by the time that somebody goes on writing. */
const FOLLOWING: readonly CommandName[] = ['approve_with_conditions', 'refuse'];
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const sinceOf = (values: CommandValues): CommandValues => {
  const kept = values[SINCE];
  return typeof kept === 'string' ? (JSON.parse(kept) as CommandValues) : {};
};
const withSince = (values: CommandValues, since: CommandValues): CommandValues => ({
  ...values,
  [SINCE]: JSON.stringify(since),
});

/** What nobody changed follows the newest conclusion; what was written by hand stays. */
function following(entered: CommandValues, beginning: CommandValues): CommandValues {
  const since = sinceOf(entered);
  const untouched = Object.keys(beginning).filter(
    (name) => since[name] !== undefined && isSame(entered[name], since[name]),
  );
  const anew = Object.fromEntries(untouched.map((name) => [name, beginning[name]!]));
  return withSince({ ...entered, ...anew }, { ...since, ...anew });
}

/** Fields that were written by hand on top of an earlier conclusion than the one that stands now. */
export function olderThan(command: CommandName, values: CommandValues, known: Known): string[] {
  if (!FOLLOWING.includes(command)) return [];
  const [since, beginning] = [sinceOf(values), beginningOf(command, known)];
  return Object.keys(beginning).filter(
    (name) => since[name] !== undefined && !isSame(since[name], beginning[name]),
  );
}

/** The values as the conclusion that stands now has them, with whatever is no matter of a conclusion. */
export function takenAnew(command: CommandName, values: CommandValues, known: Known): CommandValues {
  const beginning = beginningOf(command, known);
  return withSince({ ...values, ...beginning }, beginning);
}
/** The values as they are, which are known to differ from the conclusion that stands now. */
export const keptAsWritten = (command: CommandName, values: CommandValues, known: Known): CommandValues =>
  withSince(values, beginningOf(command, known));

/** The values of a form: those with which it begins, or what was entered, as it fits the newest screening and conclusion. */
export function valuesOf(command: CommandName, entered: CommandValues | null, known: Known): CommandValues {
  const beginning = beginningOf(command, known);
  const follows = FOLLOWING.includes(command);
  if (entered === null) return follows ? withSince(beginning, beginning) : beginning;
  const { findingKeys, failedCriteria } = entered;
  const { failed } = known;
  return {
    ...(follows ? following(entered, beginning) : entered),
    ...(command === 'conclude' && { inconclusive: answersTo(known.inconclusive, entered) }),
    ...(Array.isArray(findingKeys) && {
      findingKeys: (findingKeys as string[]).filter((key) => known.breached.includes(key)),
    }),
    ...(failed !== null &&
      Array.isArray(failedCriteria) && {
        failedCriteria: (failedCriteria as string[]).filter((code) => failed.includes(code)),
      }),
  };
}

/** An answer for each finding that is open now: what was written stays, what is new waits for an answer. */
function answersTo(keys: readonly string[], entered: CommandValues): InconclusiveEntry[] {
  const given = (entered['inconclusive'] ?? []) as InconclusiveEntry[];
  return keys.map((key) => given.find(({ findingKey }) => findingKey === key) ?? unanswered(key));
}
