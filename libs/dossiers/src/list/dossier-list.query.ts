import { type CivilDate, Refusal } from '#kernel';
import { CLOSED_STATUSES, isDecided, type Status } from '#contracts';
import { type Tx } from '#database';
import { foldForSearch } from '../domain/search-text.js';
import { isOfTheHouse } from '../house.js';
import { readCursor, writeCursor } from './list-cursor.js';
import { type DossierListQuery, type SortKey } from './list-query.js';

/** A row of the worklist. */
export interface DossierListItem {
  id: string;
  fileCode: string | null;
  projectName: string;
  procedureId: string;
  status: Status;
  channel: string;
  trigger: string;
  investorName: string | null;
  requesterName: string | null;
  leadAppraiserId: string | null;
  leadAppraiserName: string | null;
  receivedOn: CivilDate | null;
  dueOn: CivilDate | null;
  overdue: boolean;
  updatedAt: Date;
  revision: number;
}
export interface DossierPage {
  items: DossierListItem[];
  nextCursor: string | null;
  total?: number;
}
/** A predicate in SQL with its values; placeholders continue after `offset`. */
export interface SqlPredicate {
  sql: string;
  values: unknown[];
}
/** The access policy as a predicate on alias `d`. */
export type Visibility = (offset: number) => SqlPredicate;

const SORT_COLUMNS: Record<SortKey, { sql: string; type: string }> = {
  dueOn: { sql: 'd.due_on', type: 'date' },
  receivedOn: { sql: 'd.received_on', type: 'date' },
  updatedAt: { sql: 'd.updated_at', type: 'timestamptz' },
  fileCode: { sql: 'd.file_code', type: 'text' },
  name: { sql: 'd.project_name', type: 'text' },
};
const ITEM = `d.id, d.file_code AS "fileCode", d.project_name AS "projectName", d.procedure_id AS "procedureId", d.status,
  d.channel, d.trigger, i.name AS "investorName", r.name AS "requesterName", d.lead_appraiser_id AS "leadAppraiserId",
  u.display_name AS "leadAppraiserName", d.received_on AS "receivedOn", d.due_on AS "dueOn",
  d.updated_at AS "updatedAt", d.revision`;
const JOINS = `LEFT JOIN organisation i ON i.id = d.investor_org_id LEFT JOIN organisation r ON r.id = d.requester_org_id
  LEFT JOIN app_user u ON u.id = d.lead_appraiser_id`;

/** Statuses in which nothing is owed any more; a decided dossier owes its letter as long as it has a due date. */
const NOTHING_OWED: readonly Status[] = CLOSED_STATUSES.filter((status) => !isDecided(status));

class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[] = [];
  add(sql: (place: string) => string, value: unknown): void {
    this.values.push(value);
    this.parts.push(sql(`$${this.values.length}`));
  }
  addPredicate(make: Visibility): void {
    const { sql, values } = make(this.values.length);
    this.parts.push(`(${sql})`);
    this.values.push(...values);
  }
  toString(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' AND ');
  }
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function filterOf(
  query: DossierListQuery,
  visible: Visibility,
  actorId: string,
  today: CivilDate,
): Conditions {
  const where = new Conditions();
  where.addPredicate(visible);
  if (query.status.length > 0) where.add((p) => `d.status = ANY(${p})`, query.status);
  if (query.procedure.length > 0) where.add((p) => `d.procedure_id = ANY(${p})`, query.procedure);
  if (query.capitalOrigin.length > 0) where.add((p) => `d.capital_origin = ANY(${p})`, query.capitalOrigin);
  if (query.assignee === 'none') where.parts.push('d.lead_appraiser_id IS NULL');
  else if (query.assignee !== null)
    where.add((p) => `d.lead_appraiser_id = ${p}`, query.assignee === 'me' ? actorId : query.assignee);
  if (query.from !== null) where.add((p) => `d.received_on >= ${p}`, query.from);
  if (query.to !== null) where.add((p) => `d.received_on <= ${p}`, query.to);
  if (query.overdue) addOverdue(where, today);
  for (const word of foldForSearch(query.q ?? '')
    .split(' ')
    .filter(Boolean))
    where.add((p) => `d.search_text LIKE ${p}`, `%${escapeLike(word)}%`);
  return where;
}

function addOverdue(where: Conditions, today: CivilDate): void {
  where.add((p) => `d.due_on < ${p}`, today);
  where.add((p) => `NOT d.status = ANY(${p})`, NOTHING_OWED);
}

function addPlace(where: Conditions, query: DossierListQuery): void {
  const cursor = readCursor(query);
  if (cursor === null) return;
  const { sql, type } = SORT_COLUMNS[query.sort.key];
  const sign = query.sort.descending ? '<' : '>';
  if (cursor.key === null) {
    where.add((p) => `(${sql} IS NULL AND d.id ${sign} ${p}::uuid)`, cursor.id);
    return;
  }
  where.values.push(cursor.key, cursor.id);
  const [key, id] = [`$${where.values.length - 1}::${type}`, `$${where.values.length}::uuid`];
  where.parts.push(`(${sql} ${sign} ${key} OR (${sql} = ${key} AND d.id ${sign} ${id}) OR ${sql} IS NULL)`);
}

/**
 * One keyset page of the dossiers that an actor may see; nulls sort last in both directions.
 * @throws Refusal `cursor_mismatch`; `list_query_invalid` for `assignee` from outside the house
 */
export async function listDossiers(
  tx: Tx,
  query: DossierListQuery,
  visible: Visibility,
  today: CivilDate,
): Promise<DossierPage> {
  const inside = isOfTheHouse(tx.actor);
  if (query.assignee !== null && !inside)
    throw new Refusal('list_query_invalid', { parameter: 'assignee', rule: 'inside_only' });
  const where = filterOf(query, visible, tx.actor.id, today);
  const total = query.count ? await countWhere(tx, where) : undefined;
  addPlace(where, query);
  const { sql, type } = SORT_COLUMNS[query.sort.key];
  const direction = query.sort.descending ? 'DESC' : 'ASC';
  const key =
    type === 'timestamptz'
      ? `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : `${sql}::text`;
  const rows = await tx.query<DossierListItem & { sortKey: string | null }>(
    `SELECT ${ITEM}, ${key} AS "sortKey" FROM dossier d ${JOINS} WHERE ${where.toString()}
     ORDER BY ${sql} ${direction} NULLS LAST, d.id ${direction} LIMIT ${query.limit + 1}`,
    where.values,
  );
  return pageOf(inside ? rows : rows.map(nameless), query, today, total);
}

/** Outside the house nobody is told who works on a dossier. */
const nameless = <Row extends DossierListItem>(row: Row): Row => ({
  ...row,
  leadAppraiserId: null,
  leadAppraiserName: null,
});

function pageOf(
  rows: (DossierListItem & { sortKey: string | null })[],
  query: DossierListQuery,
  today: CivilDate,
  total: number | undefined,
): DossierPage {
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const items = rows.slice(0, query.limit).map(({ sortKey: _key, ...item }) => ({
    ...item,
    overdue: item.dueOn !== null && item.dueOn < today && !NOTHING_OWED.includes(item.status),
  }));
  const nextCursor = last ? writeCursor(query, { key: last.sortKey, id: last.id }) : null;
  return { items, nextCursor, ...(total === undefined ? {} : { total }) };
}

async function countWhere(tx: Tx, where: Conditions): Promise<number> {
  const row = await tx.one<{ total: number }>(
    `SELECT count(*) AS total FROM dossier d WHERE ${where.toString()}`,
    where.values,
  );
  return row?.total ?? 0;
}
