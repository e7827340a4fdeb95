import { ZenEngine, type ZenDecision } from '@gorules/zen-engine';
import { Refusal, digestOf } from '#kernel';
import { type DecisionModel } from '#law';

export type RowValue =
  null | boolean | number | string | readonly RowValue[] | { readonly [key: string]: RowValue };
/** What a table is asked about one subject; unknown values are `null`, never zero. */
export type Row = Record<string, RowValue>;
/** What a model answers for one row, by output group (`age`, `capacity`, …). */
export type JudgedRow = Record<string, unknown>;

const engine = new ZenEngine();
const byContent = new WeakMap<object, ZenDecision>();
const byDigest = new Map<string, ZenDecision>();
const CACHE_LIMIT = 64;

function compile(content: object): ZenDecision {
  const decision = engine.createDecision(content);
  decision.validate();
  return decision;
}

function remember(digest: string, decision: ZenDecision): ZenDecision {
  if (byDigest.size >= CACHE_LIMIT) byDigest.clear();
  byDigest.set(digest, decision);
  return decision;
}

/** The compiled model; models of equal content share one compilation. */
function decisionOf(content: object): ZenDecision {
  const known = byContent.get(content);
  if (known) return known;
  const digest = digestOf(content);
  const decision = byDigest.get(digest) ?? remember(digest, compile(content));
  byContent.set(content, decision);
  return decision;
}

const unavailable = (model: DecisionModel, reason: string): Refusal =>
  new Refusal('screening_unavailable', { model: model.id, reason });

/**
 * Judges many rows by one model in one engine call, trace off; answers stand in the order of the rows. Equal rows are
 * asked once: two hundred machines are mostly a few kinds.
 * @throws Refusal `screening_unavailable` when the model does not compile, fails, or leaves a row unanswered.
 */
export async function judgeRows(model: DecisionModel, rows: readonly Row[]): Promise<JudgedRow[]> {
  const keys = rows.map((row) => JSON.stringify(row));
  const distinct = new Map(keys.map((key, index) => [key, rows[index] as Row]));
  const answers = await judgeDistinct(model, [...distinct.values()]);
  const byKey = new Map([...distinct.keys()].map((key, index) => [key, answers[index] as JudgedRow]));
  return keys.map((key) => byKey.get(key) as JudgedRow);
}

async function judgeDistinct(model: DecisionModel, rows: readonly Row[]): Promise<JudgedRow[]> {
  if (rows.length === 0) return [];
  const judged = await evaluate(model, rows);
  if (!Array.isArray(judged) || judged.length !== rows.length || judged.includes(null)) {
    throw unavailable(model, 'row_without_answer');
  }
  return judged as JudgedRow[];
}

async function evaluate(model: DecisionModel, rows: readonly Row[]): Promise<unknown> {
  try {
    const response: { result: unknown } = await decisionOf(model.content as object).evaluate(
      { rows },
      { trace: false },
    );
    return (response.result as { rows?: unknown }).rows;
  } catch (error) {
    throw unavailable(model, error instanceof Error ? error.message.slice(0, 200) : 'engine_failure');
  }
}
