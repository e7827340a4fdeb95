import { type Actor, type CivilDate, Refusal } from '#kernel';
import { CLOSED_STATUSES, isDecided, type Status } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse } from '../house.js';
import { viewStatusSql } from '../view-status.js';
import { talliedCount } from './dossier-count.query.js';
import { Conditions, type Visibility } from './list-conditions.js';
import { addPlace, orderOf, type SortColumn, sortKeyOf, writeCursor } from './list-cursor.js';
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
const SORT_COLUMNS: Record<SortKey, Pick<SortColumn, 'sql' | 'type'>> = {
  dueOn: { sql: 'd.due_on', type: 'date' },
  receivedOn: { sql: 'd.received_on', type: 'date' },
  updatedAt: { sql: 'd.updated_at', type: 'timestamptz' },
  fileCode: { sql: 'd.file_code', type: 'text' },
  name: { sql: 'd.project_name', type: 'text' },
};
const itemOf = (
  actor: Actor,
) => `d.id, d.file_code AS "fileCode", d.project_name AS "projectName", d.procedure_id AS "procedureId", ${viewStatusSql(actor)} AS status,
  d.channel, d.trigger, i.name AS "investorName", r.name AS "requesterName", d.lead_appraiser_id AS "leadAppraiserId",
  u.display_name AS "leadAppraiserName", d.received_on AS "receivedOn", d.due_on AS "dueOn",
  d.updated_at AS "updatedAt", d.revision`;
const JOINS = `LEFT JOIN organisation i ON i.id = d.investor_org_id LEFT JOIN organisation r ON r.id = d.requester_org_id
  LEFT JOIN app_user u ON u.id = d.lead_appraiser_id`;

/** Statuses in which nothing is owed any more; a decided dossier owes its letter as long as it has a due date. */
const NOTHING_OWED: readonly Status[] = CLOSED_STATUSES.filter((status) => !isDecided(status));

function filterOf(query: DossierListQuery, visible: Visibility, actor: Actor, today: CivilDate): Conditions {
  const where = new Conditions();
  where.addPredicate(visible);
  const [status, ...more] = query.status;
  // One status is asked for by itself: its index then gives the page in order.
  if (status !== undefined && more.length === 0) where.add((p) => `${viewStatusSql(actor)} = ${p}`, status);
  else if (status !== undefined) where.add((p) => `${viewStatusSql(actor)} = ANY(${p})`, query.status);
  if (query.procedure.length > 0) where.add((p) => `d.procedure_id = ANY(${p})`, query.procedure);
  if (query.capitalOrigin.length > 0) where.add((p) => `d.capital_origin = ANY(${p})`, query.capitalOrigin);
  if (query.assignee === 'none') where.parts.push('d.lead_appraiser_id IS NULL');
  else if (query.assignee !== null)
    where.add((p) => `d.lead_appraiser_id = ${p}`, query.assignee === 'me' ? actor.id : query.assignee);
  if (query.from !== null) where.add((p) => `d.received_on >= ${p}`, query.from);
  if (query.to !== null) where.add((p) => `d.received_on <= ${p}`, query.to);
  if (query.overdue) addOverdue(where, today);
  where.addSearch('d.search_text', query.q);
  return where;
}

function addOverdue(where: Conditions, today: CivilDate): void {
  where.add((p) => `d.due_on < ${p}`, today);
  where.add((p) => `NOT d.status = ANY(${p})`, NOTHING_OWED);
}

const sortColumn = ({ sort }: DossierListQuery): SortColumn => ({
  ...SORT_COLUMNS[sort.key],
  descending: sort.descending,
  id: 'd.id',
});

type ListedRow = DossierListItem & { sortKey: string | null };

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
  const conditions = () => filterOf(query, visible, tx.actor, today);
  const [total, rows] = await Promise.all([
    query.count ? countOf(tx, query, visible, conditions()) : undefined,
    rowsOf(tx, query, conditions()),
  ]);
  return pageOf(inside ? rows : rows.map(nameless), query, today, total);
}

const countOf = async (
  tx: Tx,
  query: DossierListQuery,
  visible: Visibility,
  where: Conditions,
): Promise<number> => (await talliedCount(tx, query, visible)) ?? (await countWhere(tx, where));

/** One more than the page holds, which tells whether another page follows. */
function rowsOf(tx: Tx, query: DossierListQuery, where: Conditions): Promise<ListedRow[]> {
  const column = sortColumn(query);
  addPlace(where, query, column);
  return tx.composed<ListedRow>(
    `SELECT ${itemOf(tx.actor)}, ${sortKeyOf(column)} AS "sortKey" FROM dossier d ${JOINS} WHERE ${where.toString()}
     ${orderOf(column)} LIMIT $${where.values.length + 1}`,
    [...where.values, query.limit + 1],
  );
}

/** Outside the house nobody is told who works on a dossier. */
const nameless = <Row extends DossierListItem>(row: Row): Row => ({
  ...row,
  leadAppraiserId: null,
  leadAppraiserName: null,
});

function pageOf(
  rows: ListedRow[],
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
  const [row] = await tx.composed<{ total: number }>(
    `SELECT count(*) AS total FROM dossier d WHERE ${where.toString()}`,
    where.values,
  );
  return row?.total ?? 0;
}
