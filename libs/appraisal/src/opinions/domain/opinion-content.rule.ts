import { type Outcome } from '#contracts';
import { Refusal } from '#kernel';
import { type CriteriaSheet } from '#law';

export const MARKS = ['achieved', 'not_achieved', 'not_applicable'] as const;
export type Mark = (typeof MARKS)[number];
/** What an author found by one criterion. */
export interface CriterionMark {
  code: string;
  /** Null in a draft whose author remarked on the criterion and has not judged it yet. */
  mark: Mark | null;
  remark?: string;
  documentIds?: string[];
}
export interface OpinionContent {
  criteria: CriterionMark[];
  /** What the author proposes; null while it is open. */
  recommendation: Outcome | null;
  summary: string;
}

/** @throws Refusal `criterion_unknown` with the codes that the sheet does not have, or that stand twice. */
export function requireKnownCriteria(sheet: CriteriaSheet, marks: readonly CriterionMark[]): void {
  const known = new Set(sheet.criteria.map(({ code }) => code));
  const seen = new Set<string>();
  const wrong = marks
    .map(({ code }) => code)
    .filter((code) => !known.has(code) || seen.size === seen.add(code).size);
  if (wrong.length > 0)
    throw new Refusal('criterion_unknown', { sheetId: sheet.id, codes: [...new Set(wrong)] });
}

/**
 * What a recorded opinion must hold: a mark for every criterion, a remark where one was not achieved, a recommendation
 * and a summary. @throws Refusal `opinion_incomplete` with what is missing.
 */
export function requireComplete(
  sheet: CriteriaSheet,
  { criteria, recommendation, summary }: OpinionContent,
): void {
  const marked = new Set(criteria.filter(({ mark }) => mark !== null).map(({ code }) => code));
  const unmarked = sheet.criteria.map(({ code }) => code).filter((code) => !marked.has(code));
  const unexplained = criteria
    .filter(({ mark, remark }) => mark === 'not_achieved' && !remark?.trim())
    .map(({ code }) => code);
  const parts = [
    ...(recommendation === null ? ['recommendation'] : []),
    ...(summary.trim() === '' ? ['summary'] : []),
  ];
  if (unmarked.length + unexplained.length + parts.length > 0)
    throw new Refusal('opinion_incomplete', { unmarked, unexplained, parts });
}
