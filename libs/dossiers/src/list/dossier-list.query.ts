import { type Actor, type CivilDate } from '#kernel';
import { type Status } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse } from '../house.js';
import { viewStatusSql } from '../view-status.js';
import { type RequiredAction } from '../domain/required-actions.js';
import { actionFactsSql, type WithActionFacts } from './action-facts.sql.js';
import { withActions } from './dossier-actions.query.js';
import { countOf } from './dossier-count.query.js';
import { NOTHING_OWED, refuseInsideOnly } from './dossier-filter.js';
import { type DossierList, foundDossiers } from './found-dossiers.sql.js';
import { type Visibility } from './list-conditions.js';
import { orderOf, type SortColumn, sortKeyOf, writeCursor } from './list-cursor.js';
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
  /** What is to be done, the reader's own first. */
  actions: RequiredAction[];
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

/** The column by which a list of dossiers is sorted. */
export const sortColumn = ({ sort }: DossierListQuery): SortColumn => ({
  ...SORT_COLUMNS[sort.key],
  descending: sort.descending,
  id: 'd.id',
});

type ListedRow = Omit<DossierListItem, 'actions' | 'overdue'> & WithActionFacts & { sortKey: string | null };

/**
 * One keyset page of the dossiers that an actor may see; nulls sort last in both directions.
 * @throws Refusal `cursor_mismatch`; `list_query_invalid` for what is asked inside the house only
 */
export async function listDossiers(
  tx: Tx,
  query: DossierListQuery,
  visible: Visibility,
  today: CivilDate,
): Promise<DossierPage> {
  refuseInsideOnly(tx.actor, query);
  const list = { query, visible, today, column: sortColumn(query) };
  const [total, rows] = await Promise.all([
    query.count ? countOf(tx, query, visible, today) : undefined,
    rowsOf(tx, list),
  ]);
  return pageOf(tx.actor, isOfTheHouse(tx.actor) ? rows : rows.map(nameless), { query, today, total });
}

/** The rest of a row is asked for those of the page alone. */
function rowsOf(tx: Tx, list: DossierList): Promise<ListedRow[]> {
  const { sql, where } = foundDossiers(tx, list);
  return tx.composed<ListedRow>(
    `SELECT ${itemOf(tx.actor)}, ${actionFactsSql(tx.actor, (value) => where.place(value))}, ${sortKeyOf(list.column)} AS "sortKey"
       FROM (${sql}) found JOIN dossier d ON d.id = found.id ${JOINS} ${orderOf(list.column)}`,
    where.values,
  );
}

/** Outside the house nobody is told who works on a dossier. */
const nameless = (row: ListedRow): ListedRow => ({
  ...row,
  leadAppraiserId: null,
  leadAppraiserName: null,
});

function pageOf(
  actor: Actor,
  rows: ListedRow[],
  { query, today, total }: { query: DossierListQuery; today: CivilDate; total: number | undefined },
): DossierPage {
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const items = rows.slice(0, query.limit).map(({ sortKey: _key, ...row }) => ({
    ...withActions(actor, row),
    overdue: row.dueOn !== null && row.dueOn < today && !NOTHING_OWED.includes(row.status),
  }));
  const nextCursor = last ? writeCursor(query, { key: last.sortKey, id: last.id }) : null;
  return { items, nextCursor, ...(total === undefined ? {} : { total }) };
}
