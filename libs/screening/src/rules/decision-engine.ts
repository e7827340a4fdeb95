import { type ZenDecision, ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { RecentAnswers, Refusal, digestOf } from '#kernel';
import { type DecisionModel } from '#law';
import { type TableSlice, tableSlices } from './table-slices.js';

export type RowValue =
  null | boolean | number | string | readonly RowValue[] | { readonly [key: string]: RowValue };
/** What a table is asked about one subject; unknown values are `null`, never zero. */
export type Row = Record<string, RowValue>;
/** What a model answers for one row, by output group (`age`, `capacity`, …). */
export type JudgedRow = Record<string, unknown>;

/** What is asked in one call of the engine: a table of a model, or all of it where its tables cannot be told apart. */
interface Question {
  decision: ZenDecision;
  /** Null: the whole model, with rows and answers as they are. */
  table: TableSlice | null;
  /** Answers given lately, of a size that a few plants fill: who fills in a form has the same machines judged each time. */
  before: RecentAnswers<JudgedRow>;
}

const engine = new ZenEngine();
const byContent = new WeakMap<object, Question[]>();
const byDigest = new Map<string, Question[]>();
const CACHE_LIMIT = 64;
const KEPT_ROWS = 4000;

/** Compiled when it is made: given as a plain object, a model is read anew for each row. */
function compile(content: object): ZenDecision {
  const decision = engine.createDecision(new ZenDecisionContent(content));
  decision.validate();
  return decision;
}

const question = (decision: ZenDecision, table: TableSlice | null): Question => ({
  decision,
  table,
  before: new RecentAnswers<JudgedRow>(KEPT_ROWS),
});

/** The whole model is compiled even where its tables are asked one by one: it has to be sound as it was written. */
function questionsOf(content: object): Question[] {
  const whole = compile(content);
  const tables = tableSlices(content);
  return tables?.map((table) => question(compile(table.content), table)) ?? [question(whole, null)];
}

function remember(digest: string, questions: Question[]): Question[] {
  if (byDigest.size >= CACHE_LIMIT) byDigest.clear();
  byDigest.set(digest, questions);
  return questions;
}

/** The compiled questions of a model; models of equal content share one compilation and what it answered. */
function known(content: object): Question[] {
  const found = byContent.get(content);
  if (found) return found;
  const digest = digestOf(content);
  const questions = byDigest.get(digest) ?? remember(digest, questionsOf(content));
  byContent.set(content, questions);
  return questions;
}

const unavailable = (model: DecisionModel, reason: string): Refusal =>
  new Refusal('screening_unavailable', { model: model.id, reason });

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 200) : 'engine_failure';

function compiled(model: DecisionModel): Question[] {
  try {
    return known(model.content as object);
  } catch (error) {
    throw unavailable(model, reasonOf(error));
  }
}

/**
 * Judges many rows by one model, trace off; answers stand in the order of the rows and hold what the tables answer, of a
 * model whose tables cannot be asked one by one everything that it gives. Each table is handed the columns that it reads;
 * what is equal in them is asked once, and what was answered lately not at all: a table has neither clock nor chance in it.
 * @throws Refusal `screening_unavailable` when the model does not compile, fails, or leaves a row unanswered.
 */
export async function judgeRows(model: DecisionModel, rows: readonly Row[]): Promise<JudgedRow[]> {
  const answers = await Promise.all(compiled(model).map((one) => answersTo(model, one, rows)));
  return rows.map((_, index) => Object.assign({}, ...answers.map((judged) => judged[index])) as JudgedRow);
}

/** As `judgeRows`, for those who look at one output group of the answers only. */
export async function judgeGroup(
  model: DecisionModel,
  group: string,
  rows: readonly Row[],
): Promise<JudgedRow[]> {
  const asked = compiled(model).find(({ table }) => table === null || table.groups.includes(group));
  return asked ? answersTo(model, asked, rows) : rows.map(() => ({}));
}

const read = (row: Row, { table }: Question): Row => (table ? picked(row, table.columns) : row);
const told = (answer: JudgedRow, { table }: Question): JudgedRow =>
  table ? picked(answer, table.groups) : answer;

function picked<Value>(from: Record<string, Value>, names: readonly string[]): Record<string, Value> {
  const chosen: Record<string, Value> = {};
  for (const name of names) {
    const value = from[name];
    if (value !== undefined) chosen[name] = value;
  }
  return chosen;
}

async function answersTo(model: DecisionModel, asked: Question, rows: readonly Row[]): Promise<JudgedRow[]> {
  const keys = rows.map((row) => JSON.stringify(read(row, asked)));
  const answers = new Map(keys.map((key) => [key, asked.before.get(key)]));
  const open = [...answers.keys()].filter((key) => !answers.get(key));
  const judged = await judgeDistinct(
    model,
    asked,
    open.map((key) => JSON.parse(key) as Row),
  );
  open.forEach((key, index) => {
    const answer = told(judged[index] as JudgedRow, asked);
    answers.set(key, answer);
    asked.before.keep(key, answer);
  });
  return keys.map((key) => answers.get(key) as JudgedRow);
}

async function judgeDistinct(
  model: DecisionModel,
  { decision }: Question,
  rows: readonly Row[],
): Promise<JudgedRow[]> {
  if (rows.length === 0) return [];
  const judged = await evaluate(model, decision, rows);
  if (!Array.isArray(judged) || judged.length !== rows.length || judged.includes(null)) {
    throw unavailable(model, 'row_without_answer');
  }
  return judged as JudgedRow[];
}

async function evaluate(model: DecisionModel, decision: ZenDecision, rows: readonly Row[]): Promise<unknown> {
  try {
    const response: { result: unknown } = await decision.evaluate({ rows }, { trace: false });
    return (response.result as { rows?: unknown }).rows;
  } catch (error) {
    throw unavailable(model, reasonOf(error));
  }
}
