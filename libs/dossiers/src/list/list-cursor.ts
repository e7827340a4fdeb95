import { digestOf, isCivilDate, Refusal } from '#kernel';
import { type Conditions } from './list-conditions.js';

/** Where a page ended: the sort key of its last row (null sorts last) and its id. */
export interface ListCursor {
  key: string | null;
  id: string;
}
/** A column by which a list is sorted; nulls last in both directions, and the id decides between equals. */
export interface SortColumn {
  sql: string;
  type: 'date' | 'timestamptz' | 'text' | 'numeric';
  descending: boolean;
  /** Column of the id. */
  id: string;
}

/** Digest of filter and sort: a cursor made for another list is refused by it. */
export function listDigest(query: object): string {
  const { limit: _limit, cursor: _cursor, count: _count, ...rest } = query as Record<string, unknown>;
  return digestOf(rest).slice(0, 16);
}

/** An opaque cursor that holds its place and the digest of its list. */
export function writeCursor(query: object, at: ListCursor): string {
  return Buffer.from(JSON.stringify([listDigest(query), at.key, at.id])).toString('base64url');
}

/** Reads the cursor of a query. @throws Refusal `cursor_mismatch` when it was made for another list or is no cursor. */
export function readCursor(query: { cursor: string | null }, type: SortColumn['type']): ListCursor | null {
  if (query.cursor === null) return null;
  const parsed = decoded(query.cursor);
  if (parsed?.length !== 3) throw new Refusal('cursor_mismatch');
  const [digest, key, id] = parsed;
  const fits = digest === listDigest(query) && isId(id) && isKeyOf(type, key);
  if (!fits) throw new Refusal('cursor_mismatch');
  return { key, id };
}

/** Leaves out what stands on the pages before. @throws Refusal `cursor_mismatch` */
export function addPlace(where: Conditions, query: { cursor: string | null }, column: SortColumn): void {
  const cursor = readCursor(query, column.type);
  if (cursor !== null) addPlaceAfter(where, cursor, column);
}

/** Only what stands behind a place. */
export function addPlaceAfter(
  where: Conditions,
  { key, id: at }: ListCursor,
  column: SortColumn,
): Conditions {
  const { sql, id } = column;
  const sign = column.descending ? '<' : '>';
  const isBeside = (place: string) => `(${id} ${sign} ${place}::uuid)`;
  if (key === null) where.parts.push(`(${sql} IS NULL AND ${isBeside(where.place(at))})`);
  else {
    const [known, place] = [`${where.place(key)}::${column.type}`, where.place(at)];
    where.parts.push(
      `(${sql} ${sign} ${known} OR (${sql} = ${known} AND ${isBeside(place)}) OR ${sql} IS NULL)`,
    );
  }
  return where;
}

/** Only what stands before a place. */
export function addPlaceBefore(
  where: Conditions,
  { key, id: at }: ListCursor,
  column: SortColumn,
): Conditions {
  const { sql, id } = column;
  const sign = column.descending ? '>' : '<';
  const isBeside = (place: string) => `(${id} ${sign} ${place}::uuid)`;
  if (key === null) where.parts.push(`(${sql} IS NOT NULL OR ${isBeside(where.place(at))})`);
  else {
    const [known, place] = [`${where.place(key)}::${column.type}`, where.place(at)];
    where.parts.push(`(${sql} ${sign} ${known} OR (${sql} = ${known} AND ${isBeside(place)}))`);
  }
  return where;
}

/** The ORDER BY of a page. */
export function orderOf({ sql, id, descending }: SortColumn): string {
  const direction = descending ? 'DESC' : 'ASC';
  return `ORDER BY ${sql} ${direction} NULLS LAST, ${id} ${direction}`;
}

/** The same list from its end. */
export function orderBackwards({ sql, id, descending }: SortColumn): string {
  const direction = descending ? 'ASC' : 'DESC';
  return `ORDER BY ${sql} ${direction} NULLS FIRST, ${id} ${direction}`;
}

/** The sort key of a row as the text that a cursor holds. */
export const sortKeyOf = ({ sql, type }: SortColumn): string =>
  type === 'timestamptz'
    ? `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : `${sql}::text`;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (id: unknown): id is string => typeof id === 'string' && ID.test(id);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const KEY_RULES: Record<SortColumn['type'], (text: string) => boolean> = {
  date: isCivilDate,
  timestamptz: (text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)),
  text: (text) => !text.includes('\u0000'),
  numeric: (text) => /^\d{1,16}$/.test(text),
};
const isKeyOf = (type: SortColumn['type'], key: unknown): key is string | null =>
  key === null || (typeof key === 'string' && KEY_RULES[type](key));

function decoded(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
