import { type Tx } from '#database';
import { type CivilDate, Refusal } from '#kernel';
import { filterOf, refuseInsideOnly } from './dossier-filter.js';
import { sortColumn } from './dossier-list.query.js';
import { type Conditions, type Visibility } from './list-conditions.js';
import {
  addPlaceAfter,
  addPlaceBefore,
  type ListCursor,
  orderBackwards,
  orderOf,
  type SortColumn,
  sortKeyOf,
} from './list-cursor.js';
import { type DossierListQuery } from './list-query.js';

export interface Neighbour {
  id: string;
  fileCode: string | null;
  projectName: string;
}
/** What stands before and after a dossier in a list. */
export interface Neighbours {
  previous: Neighbour | null;
  next: Neighbour | null;
  /** Whether the dossier itself still is in the list: after an act it may have left it, and keeps its place. */
  inList: boolean;
  /** From 1; null where it is not in the list, or far down. */
  position: number | null;
}
/** Up to here a position is counted: nobody counts further by eye, and a longer walk would cost every page turn. */
const COUNTED_UP_TO = 1000;

/**
 * The neighbours of a dossier in the list of a query, by its place in the order: no list is read for it.
 * @throws Refusal `not_found` for a dossier that is not there or not theirs; `list_query_invalid`
 */
export async function neighboursOf(
  tx: Tx,
  id: string,
  { query, visible, today }: { query: DossierListQuery; visible: Visibility; today: CivilDate },
): Promise<Neighbours> {
  refuseInsideOnly(tx.actor, query);
  const column = sortColumn(query);
  const list = () => filterOf(query, visible, tx.actor, today);
  const place = await placeOf(tx, id, { list: list(), visible, column });
  const at = { key: place.key, id };
  const [previous, next, before] = await Promise.all([
    neighbour(tx, addPlaceBefore(list(), at, column), orderBackwards(column)),
    neighbour(tx, addPlaceAfter(list(), at, column), orderOf(column)),
    place.inList ? countBefore(tx, addPlaceBefore(list(), at, column)) : null,
  ]);
  return { previous, next, inList: place.inList, position: positionOf(before) };
}

const positionOf = (before: number | null): number | null =>
  before === null || before >= COUNTED_UP_TO ? null : before + 1;

async function placeOf(
  tx: Tx,
  id: string,
  { list, visible, column }: { list: Conditions; visible: Visibility; column: SortColumn },
): Promise<Pick<ListCursor, 'key'> & { inList: boolean }> {
  const inList = list.toString();
  const seen = visible(list.values.length);
  const values = [...list.values, ...seen.values, id];
  const [row] = await tx.composed<{ key: string | null; inList: boolean }>(
    `SELECT ${sortKeyOf(column)} AS key, (${inList}) IS TRUE AS "inList" FROM dossier d
      WHERE d.id = $${values.length}::uuid AND ${seen.sql}`,
    values,
  );
  if (row === undefined) throw new Refusal('not_found');
  return row;
}

async function neighbour(tx: Tx, where: Conditions, order: string): Promise<Neighbour | null> {
  const rows = await tx.composed<Neighbour>(
    `SELECT d.id, d.file_code AS "fileCode", d.project_name AS "projectName" FROM dossier d
      WHERE ${where.toString()} ${order} LIMIT 1`,
    where.values,
  );
  return rows[0] ?? null;
}

async function countBefore(tx: Tx, where: Conditions): Promise<number> {
  const [row] = await tx.composed<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT 1 FROM dossier d WHERE ${where.toString()} LIMIT ${COUNTED_UP_TO}) before`,
    where.values,
  );
  return row?.n ?? 0;
}
