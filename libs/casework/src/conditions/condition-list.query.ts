import { CONDITION_STATES, type ConditionState, OWED_CONDITION_STATES } from '#contracts';
import { type Tx } from '#database';
import { foldForSearch, isOfTheHouse, type OpenedDossier } from '#dossiers';
import { wholeDossiersSql } from '#identity';
import { civilDateOf, digestOf, isCivilDate, Refusal } from '#kernel';
import { conditionColumns, type ConditionRow, conditionsOfDossier } from './condition.row.js';
import { conditionTasks, type ConditionTask } from './condition-view.js';

/** What is looked for among the conditions of all dossiers that the actor may see. */
export interface ConditionListQuery {
  /** Absent: in any state. */
  state?: ConditionState[];
  /** Owed, and the deadline is over. */
  overdue: boolean;
  dossierId?: string;
  /** Words of project, file code or incoming number. */
  q?: string;
  /** 1 to 100. */
  limit: number;
  cursor?: string;
  count: boolean;
}
export interface ListedCondition extends Omit<ConditionTask, 'history'> {
  projectName: string;
  fileCode: string | null;
}
export interface ConditionPage {
  items: ListedCondition[];
  nextCursor: string | null;
  total?: number;
}
type Row = ConditionRow & { projectName: string; fileCode: string | null };

/** The conditions of one dossier, newest round first; before its letter has left, the house alone knows of one. */
export async function conditionsOf(tx: Tx, { row }: OpenedDossier): Promise<ConditionTask[]> {
  const all = await conditionsOfDossier(tx, row.id);
  return conditionTasks(tx, isOfTheHouse(tx.actor) ? all : all.filter(({ imposedOn }) => imposedOn !== null));
}

/**
 * One keyset page of conditions, the earliest deadline first, of dossiers that the access policy shows.
 * @throws Refusal `cursor_mismatch`
 */
export async function listConditions(tx: Tx, query: ConditionListQuery): Promise<ConditionPage> {
  const where = filterOf(tx, query);
  const total = query.count ? await countOf(tx, where) : undefined;
  const after = readCursor(query);
  const values = [...where.values, after?.deadlineOn ?? null, after?.id ?? null, query.limit + 1];
  const [deadline, id, limit] = [values.length - 2, values.length - 1, values.length].map(
    (place) => `$${place}`,
  );
  const rows = await tx.query<Row>(
    `SELECT ${conditionColumns('c')}, d.project_name AS "projectName", d.file_code AS "fileCode"
       FROM condition_task c JOIN dossier d ON d.id = c.dossier_id
      WHERE ${where.sql} AND (${deadline}::date IS NULL OR (c.deadline_on, c.id) > (${deadline}::date, ${id}::uuid))
      ORDER BY c.deadline_on, c.id LIMIT ${limit ?? '20'}`,
    values,
  );
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await listed(tx, page),
    nextCursor: last === undefined ? null : writeCursor(query, last),
    ...(total === undefined ? {} : { total }),
  };
}

async function listed(tx: Tx, rows: readonly Row[]): Promise<ListedCondition[]> {
  const tasks = await conditionTasks(tx, rows);
  return tasks.map(({ history: _history, ...task }, index) => ({
    ...task,
    projectName: rows[index]?.projectName ?? '',
    fileCode: rows[index]?.fileCode ?? null,
  }));
}

/** One predicate for page and count: the policy (whoever is only consulted is shown none), the letter outside the house, then what is asked for. */
function filterOf(tx: Tx, query: ConditionListQuery): { sql: string; values: unknown[] } {
  const { sql, values } = wholeDossiersSql(tx, 0);
  const place = (value: unknown) => `$${values.push(value)}`;
  const parts = [sql];
  if (!isOfTheHouse(tx.actor)) parts.push('c.imposed_on IS NOT NULL');
  if (query.state !== undefined) parts.push(`c.state = ANY (${place(query.state)})`);
  if (query.dossierId !== undefined) parts.push(`c.dossier_id = ${place(query.dossierId)}`);
  if (query.overdue)
    parts.push(
      `c.imposed_on IS NOT NULL AND c.state = ANY (${place(OWED_CONDITION_STATES)}) AND c.deadline_on < ${place(civilDateOf(tx.at))}`,
    );
  for (const word of foldForSearch(query.q ?? '')
    .split(' ')
    .filter(Boolean))
    parts.push(`d.search_text LIKE ${place(`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)}`);
  return { sql: parts.join(' AND '), values };
}

async function countOf(tx: Tx, { sql, values }: { sql: string; values: unknown[] }): Promise<number> {
  const row = await tx.one<{ total: number }>(
    `SELECT count(*)::int AS total FROM condition_task c JOIN dossier d ON d.id = c.dossier_id WHERE ${sql}`,
    values,
  );
  return row?.total ?? 0;
}

interface Place {
  deadlineOn: string;
  id: string;
}
const listDigest = ({
  state = CONDITION_STATES.slice(),
  overdue,
  dossierId = '',
  q = '',
}: ConditionListQuery) => digestOf({ state, overdue, dossierId, q }).slice(0, 16);

const writeCursor = (query: ConditionListQuery, { deadlineOn, id }: Place): string =>
  Buffer.from(JSON.stringify([listDigest(query), deadlineOn, id])).toString('base64url');

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function readCursor(query: ConditionListQuery): Place | null {
  if (query.cursor === undefined) return null;
  const parts = decoded(query.cursor);
  const [digest, deadlineOn, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const fits =
    digest === listDigest(query) && isCivilDate(deadlineOn) && typeof id === 'string' && ID.test(id);
  if (!fits) throw new Refusal('cursor_mismatch');
  return { deadlineOn, id };
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
