import { ZenEngine, type ZenDecision } from '@gorules/zen-engine';
import { RecentAnswers, Refusal, digestOf } from '#kernel';
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

/** Judged rows by model, of a size that a few plants fill: whoever fills in a form has the same machines judged each time. */
const KEPT_ROWS = 4000;
const judgedBefore = new WeakMap<ZenDecision, RecentAnswers<JudgedRow>>();

function judgedBy(decision: ZenDecision): RecentAnswers<JudgedRow> {
  const known = judgedBefore.get(decision) ?? new RecentAnswers<JudgedRow>(KEPT_ROWS);
  judgedBefore.set(decision, known);
  return known;
}

const unavailable = (model: DecisionModel, reason: string): Refusal =>
  new Refusal('screening_unavailable', { model: model.id, reason });

/**
 * Judges many rows by one model in one engine call, trace off; answers stand in the order of the rows. Equal rows are
 * asked once, and those that this model judged lately not at all: a table has neither clock nor chance in it.
 * @throws Refusal `screening_unavailable` when the model does not compile, fails, or leaves a row unanswered.
 */
export async function judgeRows(model: DecisionModel, rows: readonly Row[]): Promise<JudgedRow[]> {
  const before = judgedBy(compiled(model));
  const keys = rows.map((row) => JSON.stringify(row));
  const answers = new Map(keys.map((key) => [key, before.get(key)]));
  const open = new Map(
    keys.map((key, index) => [key, rows[index] as Row] as const).filter(([key]) => !answers.get(key)),
  );
  const judged = await judgeDistinct(model, [...open.values()]);
  [...open.keys()].forEach((key, index) => {
    const answer = judged[index] as JudgedRow;
    answers.set(key, answer);
    before.keep(key, answer);
  });
  return keys.map((key) => answers.get(key) as JudgedRow);
}

function compiled(model: DecisionModel): ZenDecision {
  try {
    return decisionOf(model.content as object);
  } catch (error) {
    throw unavailable(model, reasonOf(error));
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 200) : 'engine_failure';

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
    const response: { result: unknown } = await compiled(model).evaluate({ rows }, { trace: false });
    return (response.result as { rows?: unknown }).rows;
  } catch (error) {
    throw error instanceof Refusal ? error : unavailable(model, reasonOf(error));
  }
}
