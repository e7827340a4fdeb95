import { Refusal } from '#kernel';
import { type Finding, type Verdict } from '#contracts';
import { type JudgedRow } from './decision-engine.js';

/** The answer of one table for one subject. */
export interface Outcome {
  ruleId: string;
  verdict: Verdict;
  notes: string[];
  missing: string[];
  values: Finding['values'];
}
export const VERDICTS: readonly string[] = ['met', 'breached', 'inconclusive', 'not_applicable'];

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

function valuesOf(value: unknown): Finding['values'] {
  if (typeof value !== 'object' || value === null) return {};
  const plain = Object.entries(value).filter(([, item]) => item === null || typeof item !== 'object');
  return Object.fromEntries(plain);
}

/**
 * Reads the output group of one table. @throws Refusal `screening_unavailable` when no row of the table matched or
 * the verdict is none of the four: a table has to be total.
 */
export function outcomeOf(judged: JudgedRow, group: string, modelId: string): Outcome {
  const output = judged[group] as { ruleId?: unknown; verdict?: unknown } | null | undefined;
  const { ruleId, verdict } = output ?? {};
  if (typeof ruleId !== 'string' || typeof verdict !== 'string' || !VERDICTS.includes(verdict)) {
    throw new Refusal('screening_unavailable', { model: modelId, reason: 'table_not_total', table: group });
  }
  const { notes, missing, values } = output as Record<string, unknown>;
  return {
    ruleId,
    verdict: verdict as Verdict,
    notes: texts(notes),
    missing: texts(missing),
    values: valuesOf(values),
  };
}
