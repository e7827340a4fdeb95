import { type Queries } from './prepared.js';
import { type FloorViewer, VISIBLE } from './statements.js';

/** What a round by hand needs to know of a list. */
export interface FloorFilter {
  statuses: string[] | null;
  procedures: string[] | null;
  words: string[];
  count: boolean;
}

const ITEM = `d.id, d.file_code AS "fileCode", d.project_name AS "projectName", d.procedure_id AS "procedureId", d.status, d.channel, d.trigger,
  i.name AS "investorName", r.name AS "requesterName", d.lead_appraiser_id AS "leadAppraiserId", u.display_name AS "leadAppraiserName",
  d.received_on AS "receivedOn", d.due_on AS "dueOn", d.updated_at AS "updatedAt", d.revision, coalesce(d.due_on < current_date, false) AS overdue`;
const JOINS = `LEFT JOIN organisation i ON i.id = d.investor_org_id LEFT JOIN organisation r ON r.id = d.requester_org_id
  LEFT JOIN app_user u ON u.id = d.lead_appraiser_id`;
const ORDER = 'ORDER BY d.due_on NULLS LAST, d.id';
const PAGE = `${ORDER} LIMIT 21`;

/** One page of dossiers, due first, with its count where it is asked for. */
export async function pageByHand(
  client: Queries,
  viewer: FloorViewer,
  filter: FloorFilter,
): Promise<unknown> {
  const values: unknown[] = [viewer.authorityId, viewer.id, viewer.organisationId];
  const place = (value: unknown) => `$${values.push(value)}`;
  const procedure = filter.procedures ? [`d.procedure_id = ANY (${place(filter.procedures)})`] : [];
  const words = filter.words.map((word) => `d.search_text LIKE ${place(`%${word}%`)}`);
  const others = [VISIBLE, ...procedure, ...words].join(' AND ');
  const statuses = filter.statuses ? place(filter.statuses) : null;
  const where = statuses === null ? others : `${others} AND d.status = ANY (${statuses})`;
  const total = filter.count
    ? await client.query(`SELECT count(*)::int AS total FROM dossier d WHERE ${where}`, values)
    : null;
  const found = words.length > 0 ? foundBySearch(where) : foundByStatus(others, statuses);
  const page = await client.query(
    `SELECT ${ITEM} FROM (${found}) found JOIN dossier d ON d.id = found.id ${JOINS} ${ORDER}`,
    values,
  );
  const items = page.rows.slice(0, 20) as { id: string; dueOn: string | null }[];
  const last = items.at(-1);
  const [counted] = (total?.rows ?? []) as { total: number }[];
  return {
    items,
    nextCursor: page.rows.length > 20 ? [last?.dueOn, last?.id] : null,
    ...(counted ? { total: counted.total } : {}),
  };
}

/** A page of each status, and of all these the page. */
function foundByStatus(where: string, statuses: string | null): string {
  const each = (condition: string) =>
    `SELECT d.id, d.due_on FROM dossier d WHERE ${where} AND ${condition} ${PAGE}`;
  if (statuses === null) return each('true');
  return `SELECT d.id, d.due_on FROM unnest(${statuses}::text[]) asked (status)
    CROSS JOIN LATERAL (${each('d.status = asked.status')}) d ${PAGE}`;
}

/** The ways of the product's search (docs/adr/0033-searches-in-order.md). */
function foundBySearch(where: string): string {
  const walk = (steps: number, from = 'true') => `SELECT d.id, d.due_on FROM (SELECT d.* FROM dossier d
    WHERE d.authority_id = $1 AND ${from} ${ORDER} LIMIT ${steps}) d WHERE ${where} ${PAGE}`;
  const count = (rows: string) => `(SELECT count(*) FROM ${rows})`;
  return `WITH top AS MATERIALIZED (${walk(200)}),
    sample AS MATERIALIZED (${walk(200, 'd.due_on IS NULL')}),
    walked AS MATERIALIZED (SELECT * FROM (${walk(10_000)}) down WHERE ${count('top')} >= 4 OR ${count('sample')} >= 4),
    matching AS MATERIALIZED (SELECT d.id, d.due_on FROM dossier d WHERE ${where})
    SELECT d.id, d.due_on FROM (SELECT * FROM top WHERE ${count('top')} = 21
      UNION ALL SELECT * FROM walked WHERE ${count('top')} < 21 AND ${count('walked')} = 21
      UNION ALL SELECT * FROM matching WHERE ${count('top')} < 21 AND ${count('walked')} < 21) d ${PAGE}`;
}
