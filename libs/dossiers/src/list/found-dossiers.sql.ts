import { type Tx } from '#database';
import { exceptionsOfOverseerSql } from '#identity';
import { type CivilDate } from '#kernel';
import { holdsTrigram } from '../domain/search-text.js';
import { viewStatusSql } from '../view-status.js';
import { filterOf } from './dossier-filter.js';
import { type Conditions, type Visibility } from './list-conditions.js';
import { addPlace, orderOf, type SortColumn } from './list-cursor.js';
import { LIMIT_CAP } from './list-grammar.js';
import { type DossierListQuery } from './list-query.js';

/** A list for one reader on one day, in its order. */
export interface DossierList {
  query: DossierListQuery;
  visible: Visibility;
  today: CivilDate;
  column: SortColumn;
}
/** The dossiers of a page and one more, as a query of their `id`; further values may be added to its own. */
export interface FoundDossiers {
  sql: string;
  where: Conditions;
}
/** How many dossiers a search looks at before it goes another way. */
export interface SearchLimits {
  /** From the top of the list. */
  nearTop: number;
  /** Of those without a day: they lie by their ids, which are chance, so the first of them are a sample of all that is decided. */
  sample: number;
  /** Down the list, where many match near the top or in the sample. */
  walked: number;
}
const LIMITS: SearchLimits = { nearTop: 200, sample: 200, walked: 10_000 };
/** Two of a hundred: a page of twenty is met within about a thousand steps. */
const MANY = 0.02;

/**
 * Which dossiers stand on the page of a list, whose limit is within its cap. All ways find the same ones; which way is short
 * depends on what is asked (docs/adr/0033-searches-in-order.md).
 */
export function foundDossiers(tx: Tx, list: DossierList, limits = LIMITS): FoundDossiers {
  const { sql, where } = wayOf(list, tx)(tx, list, limits);
  // The number tells the planner that these are few; the limit of the page is a value, which it cannot know.
  return { sql: `SELECT page.id FROM (${sql}) page LIMIT ${LIMIT_CAP + 1}`, where };
}

/** Whoever sees few dossiers has them found by that; and in other orders what matches may lie together, far down. */
function wayOf({ query: { status, q, sort } }: DossierList, tx: Tx): typeof bySearch {
  const dueFirst = sort.key === 'dueOn' && !sort.descending;
  if (!dueFirst || exceptionsOfOverseerSql(tx) === null) return plainly;
  if ((q ?? '').trim() !== '') return bySearch;
  return status.length > 1 ? byStatus : plainly;
}

function plainly(tx: Tx, list: DossierList): FoundDossiers {
  const { where, cut } = asked(tx, list);
  return { sql: cut('dossier d', where.toString()), where };
}

/** A page of each status, which lies ready in an index, and of all these the page: by `= ANY` the index would not be used. */
function byStatus(tx: Tx, list: DossierList): FoundDossiers {
  const { where, cut } = asked(tx, list, []);
  const statuses = where.place([...new Set(list.query.status)]);
  const each = cut('dossier d', `${where.toString()} AND ${viewStatusSql(tx.actor)} = asked.status`);
  const sql = cut(`unnest(${statuses}::text[]) asked (status) CROSS JOIN LATERAL (${each}) d`, 'true');
  return { sql, where };
}

/**
 * Near the top of the list; else, where many match there or in a sample, by a walk down the list, which meets them soon; else by
 * the index of the search, whose matches are sorted. A way that is not gone costs nothing. What holds no three letters in a
 * row the index cannot find.
 */
function bySearch(tx: Tx, list: DossierList, { nearTop, sample, walked }: SearchLimits): FoundDossiers {
  const { where, page, cut, walk } = asked(tx, list);
  if (!holdsTrigram(list.query.q ?? '')) return { sql: walk(null), where };
  const count = (rows: string) => `(SELECT count(*) FROM ${rows})`;
  const full = (rows: string) => `${count(rows)} = ${page}`;
  const many = (rows: string, of: number) => `${count(rows)} >= ${where.place(Math.ceil(of * MANY))}`;
  const sql = `WITH top AS MATERIALIZED (${walk(nearTop)}),
    sample AS MATERIALIZED (${walk(sample, 'd.due_on IS NULL')}),
    walked AS MATERIALIZED (SELECT * FROM (${walk(walked)}) down WHERE ${many('top', nearTop)} OR ${many('sample', sample)}),
    matching AS MATERIALIZED (SELECT d.id, d.due_on FROM dossier d WHERE ${where.toString()}),
    chosen AS (SELECT * FROM top WHERE ${full('top')}
      UNION ALL SELECT * FROM walked WHERE NOT ${full('top')} AND ${full('walked')}
      UNION ALL SELECT * FROM matching WHERE NOT ${full('top')} AND NOT ${full('walked')})
    ${cut('chosen d', 'true')}`;
  return { sql, where };
}

/** The conditions of a list, and what cuts its page out of them: wherever a dossier lies, or on a walk of so many steps. */
function asked(tx: Tx, { query, visible, today, column }: DossierList, status = query.status) {
  const where = filterOf({ ...query, status }, visible, tx.actor, today);
  const filters = where.parts.length;
  addPlace(where, query, column);
  const place = where.parts.slice(filters);
  const conditions = where.toString();
  // One more tells whether another page follows.
  const page = where.place(query.limit + 1);
  const cut = (rows: string, condition: string): string =>
    `SELECT d.id, ${column.sql} FROM ${rows} WHERE ${condition} ${orderOf(column)} LIMIT ${page}`;
  const walk = (steps: number | null, from = place.join(' AND ')): string => {
    const along = [
      `d.authority_id = ${where.place(tx.actor.authorityId)}::uuid`,
      ...(from === '' ? [] : [from]),
    ];
    const rows = `SELECT d.* FROM dossier d WHERE ${along.join(' AND ')} ${orderOf(column)} LIMIT ${where.place(steps)}`;
    return cut(`(${rows}) d`, conditions);
  };
  return { where, page, cut, walk };
}
