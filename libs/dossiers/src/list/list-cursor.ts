import { Refusal } from '#kernel';
import { type DossierListQuery, listDigest } from './list-query.js';

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
  const fits =
    digest === listDigest(query) && typeof id === 'string' && (key === null || typeof key === 'string');
  if (!fits) throw new Refusal('cursor_mismatch');
  return { key, id };
}

function decoded(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
