import { type Outcome } from '#contracts';
import { type CommandValues, type ConditionEntry, type InconclusiveEntry } from './command-fields.js';

/** A conclusion as the record has it. */
export interface RecordedConclusion {
  outcome: Outcome;
  content: {
    summary?: string;
    reasons?: string[];
    conditions?: ConditionEntry[];
    findingKeys?: string[];
    failedCriteria?: string[];
    inconclusive?: InconclusiveEntry[];
  };
  /** UTC instants. */
  concludedAt: string;
  sentBackAt: string | null;
  sentBackBy: string | null;
  sentBackReason: string | null;
}
/** What is known of the findings to which a conclusion answers, and of the opinions on which it rests. */
export interface Screened {
  /** When the screening was performed whose findings stand now, as a UTC instant; null: none that is up to date. */
  at: string | null;
  inconclusive: readonly string[];
  breached: readonly string[];
  /** Codes of criteria that recorded opinions of the round call not achieved. */
  failed: readonly string[];
}
/** With what a conclusion begins that was written elsewhere already, and where. */
export interface TakenOver {
  from: 'sent_back' | 'opinion';
  values: CommandValues;
  /** Why, by whom and when the conclusion was sent back; null where it begins with the opinion. */
  sentBack: Pick<RecordedConclusion, 'sentBackAt' | 'sentBackBy' | 'sentBackReason'> | null;
}

/**
 * What the next conclusion of a round begins with: the one that was sent back last, else the own recorded opinion; null
 * where there is neither. Of a conclusion that an earlier screening led to no answer to a finding is taken: the finding
 * may be another one by now.
 */
export function takenOverOf(
  conclusions: readonly RecordedConclusion[],
  opinion: { recommendation: Outcome | null; summary: string } | null,
  screened: Screened,
): TakenOver | null {
  const [last] = conclusions
    .filter(({ sentBackAt }) => sentBackAt !== null)
    .sort((one, other) => Date.parse(other.sentBackAt ?? '') - Date.parse(one.sentBackAt ?? ''));
  if (last !== undefined) return { from: 'sent_back', values: valuesOf(last, screened), sentBack: last };
  if (opinion === null) return null;
  const { recommendation, summary } = opinion;
  return { from: 'opinion', values: { outcome: recommendation ?? '', summary }, sentBack: null };
}

function valuesOf({ outcome, content, concludedAt }: RecordedConclusion, screened: Screened): CommandValues {
  const { summary = '', reasons = [], conditions = [], failedCriteria = [] } = content;
  const { findingKeys = [], inconclusive = [] } = content;
  const isOpen = (key: string) => screened.breached.includes(key) || screened.inconclusive.includes(key);
  const isSame = screened.at !== null && Date.parse(screened.at) <= Date.parse(concludedAt);
  return {
    ...{ outcome, summary, reasons: reasons.join('\n') },
    failedCriteria: failedCriteria.filter((code) => screened.failed.includes(code)),
    findingKeys: findingKeys.filter((key) => screened.breached.includes(key)),
    inconclusive: isSame ? inconclusive : [],
    conditions: conditions.map((condition) => ({
      ...condition,
      cures: (condition.cures ?? []).filter(isOpen),
    })),
  };
}

const isEmpty = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The fields that still stand as they were taken over, in the order of the form. */
export const stillTaken = ({ values: taken }: TakenOver, values: CommandValues): string[] =>
  Object.keys(taken).filter(
    (name) => !isEmpty(values[name]) && JSON.stringify(values[name]) === JSON.stringify(taken[name]),
  );
