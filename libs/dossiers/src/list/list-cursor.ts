import { isCivilDate, Refusal } from '#kernel';
import { type DossierListQuery, listDigest, type SortKey } from './list-query.js';

/** Where a page ended: the sort key of its last row (null sorts last) and its id. */
export interface ListCursor {
  key: string | null;
  id: string;
}

/** An opaque cursor that holds its place and the digest of its list. */
export function writeCursor(query: DossierListQuery, at: ListCursor): string {
  return Buffer.from(JSON.stringify([listDigest(query), at.key, at.id])).toString('base64url');
}

/** Reads the cursor of a query. @throws Refusal `cursor_mismatch` when it was made for another list or is no cursor. */
export function readCursor(query: DossierListQuery): ListCursor | null {
  if (query.cursor === null) return null;
  const parsed = decoded(query.cursor);
  if (parsed?.length !== 3) throw new Refusal('cursor_mismatch');
  const [digest, key, id] = parsed;
  const fits = digest === listDigest(query) && isId(id) && isKeyOf(query, key);
  if (!fits) throw new Refusal('cursor_mismatch');
  return { key, id };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (id: unknown): id is string => typeof id === 'string' && ID.test(id);

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const isInstant = (text: string) => INSTANT.test(text) && !Number.isNaN(Date.parse(text));
const isText = (text: string) => !text.includes('\u0000');
const KEY_RULES: Record<SortKey, (text: string) => boolean> = {
  dueOn: isCivilDate,
  receivedOn: isCivilDate,
  updatedAt: isInstant,
  fileCode: isText,
  name: isText,
};
const isKeyOf = ({ sort }: DossierListQuery, key: unknown): key is string | null =>
  key === null || (typeof key === 'string' && KEY_RULES[sort.key](key));

function decoded(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
