import { type Followed, type NewProject, type ProjectSource, type ProjectStanding } from '#contracts';
import { type Tx } from '#database';
import {
  addPlace,
  type ListSort,
  orderOf,
  QueryReader,
  type RawQuery,
  type SortColumn,
  sortKeyOf,
  writeCursor,
} from '#dossiers';
import { type CivilDate } from '#kernel';
import { ANSWERED_LATE, FOLLOWED_SQL, STANDING, STANDING_JOINS } from '../standing/standing.sql.js';
import { projectConditions } from './project-conditions.js';
import { FILTER_NAMES, type ProjectFilter, readFilter } from './project-filter.js';

export const PROJECT_SORT_KEYS = ['registeredOn', 'name', 'investorName', 'capitalVnd', 'updatedAt'] as const;
type SortKey = (typeof PROJECT_SORT_KEYS)[number];

/** What is listed, and in which order. */
export interface ExportQuery extends ProjectFilter {
  sort: ListSort<SortKey>;
}
/** A list request on the register. */
export interface ProjectListQuery extends ExportQuery {
  limit: number;
  cursor: string | null;
  count: boolean;
}
/** A row of the register. */
export interface ProjectListItem extends Omit<NewProject, 'sourceText'> {
  id: string;
  source: ProjectSource;
  standing: ProjectStanding;
  /** Answered after the reply clock had run out. */
  late: boolean;
  /** A dossier about it is being worked on, whatever the standing. */
  inHand: boolean;
  followed: Followed;
  /** When the project authority decided, as far as the register knows. */
  decidedOn: CivilDate | null;
  updatedAt: Date;
  revision: number;
}
export interface ProjectPage {
  items: ProjectListItem[];
  nextCursor: string | null;
  total?: number;
}

const SORT_COLUMNS: Record<SortKey, Pick<SortColumn, 'sql' | 'type'>> = {
  registeredOn: { sql: 'p.registered_on', type: 'date' },
  name: { sql: 'p.name', type: 'text' },
  investorName: { sql: 'p.investor_name', type: 'text' },
  capitalVnd: { sql: 'p.capital_vnd', type: 'numeric' },
  updatedAt: { sql: 'p.updated_at', type: 'timestamptz' },
};
const ITEM = `p.id, p.name, p.investor_name AS "investorName", p.investor_tax_code AS "investorTaxCode",
  p.project_authority AS "projectAuthority", p.agency_name AS "agencyName", p.sector_vsic AS "sectorVsic",
  p.capital_vnd::float8 AS "capitalVnd", p.capital_origin AS "capitalOrigin", p.investor_country AS "investorCountry",
  p.commune_code AS "communeCode", p.project_group AS "projectGroup", p.registered_on AS "registeredOn",
  p.policy_decided_on AS "policyDecidedOn", p.certificate_number AS "certificateNumber", p.certificate_on AS "certificateOn",
  p.source, ${STANDING} AS standing, ${ANSWERED_LATE} AS late, s.in_hand AS "inHand", ${FOLLOWED_SQL} AS followed,
  r.decided_on AS "decidedOn", p.updated_at AS "updatedAt", p.revision`;
const FROM = `FROM investment_project p ${STANDING_JOINS}`;
const KNOWN = new Set<string>([...FILTER_NAMES, 'sort', 'limit', 'cursor', 'count']);

/** Reads the query string of the register. @throws Refusal `list_query_invalid` naming the parameter */
export function parseProjectQuery(raw: RawQuery): ProjectListQuery {
  const reader = new QueryReader(raw, KNOWN);
  return {
    ...sortedFilter(reader),
    limit: reader.limit(),
    cursor: reader.single('cursor'),
    count: reader.flag('count'),
  };
}

/** Reads the query string of an export, which is always the whole list. @throws Refusal `list_query_invalid` */
export const parseExportQuery = (raw: RawQuery): ExportQuery =>
  sortedFilter(new QueryReader(raw, new Set([...FILTER_NAMES, 'sort'])));

const sortedFilter = (reader: QueryReader): ExportQuery => ({
  ...readFilter(reader),
  sort: reader.sort(PROJECT_SORT_KEYS, 'registeredOn'),
});

/** One keyset page of the projects that the actor may see. @throws Refusal `cursor_mismatch` */
export async function listProjects(tx: Tx, query: ProjectListQuery): Promise<ProjectPage> {
  const where = projectConditions(tx, query);
  const total = query.count ? await countWhere(tx, where) : undefined;
  const column = { ...SORT_COLUMNS[query.sort.key], descending: query.sort.descending, id: 'p.id' };
  addPlace(where, query, column);
  const rows = await tx.composed<ProjectListItem & { sortKey: string | null }>(
    `SELECT ${ITEM}, ${sortKeyOf(column)} AS "sortKey" ${FROM} WHERE ${where.toString()} ${orderOf(column)}
      LIMIT $${where.values.length + 1}`,
    [...where.values, query.limit + 1],
  );
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const items = rows.slice(0, query.limit).map(({ sortKey: _key, ...item }) => item);
  const nextCursor = last ? writeCursor(query, { key: last.sortKey, id: last.id }) : null;
  return { items, nextCursor, ...(total === undefined ? {} : { total }) };
}

/** A project as lists show it, merged or not; null when the actor may not see it. */
export function projectItem(tx: Tx, id: string): Promise<ProjectListItem | null> {
  return tx.one<ProjectListItem>(`SELECT ${ITEM} ${FROM} WHERE p.id = $1`, [id]);
}

async function countWhere(tx: Tx, where: ReturnType<typeof projectConditions>): Promise<number> {
  const [row] = await tx.composed<{ total: number }>(
    `SELECT count(*) AS total ${FROM} WHERE ${where.toString()}`,
    where.values,
  );
  return row?.total ?? 0;
}
