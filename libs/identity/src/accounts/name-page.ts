import { Refusal, sha256 } from '#kernel';

/** A page of a list that is sorted by name. */
export interface NamePage<Item> {
  items: Item[];
  nextCursor: string | null;
}
export interface NamePageRequest {
  limit: number;
  cursor?: string;
}
interface Position {
  name: string;
  id: string;
}

const digest = (filter: unknown) => sha256(JSON.stringify(filter)).slice(0, 16);

/** The place after which a page begins. @throws Refusal `malformed_request` when the cursor is not of this list and filter */
export function positionOf(cursor: string | undefined, filter: unknown): Position | null {
  if (cursor === undefined) return null;
  try {
    const [name, id, of] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      unknown,
      unknown,
      unknown,
    ];
    if (typeof name === 'string' && /^[0-9a-f-]{36}$/.test(String(id)) && of === digest(filter))
      return { name, id: String(id) };
  } catch {
    // falls through to the refusal: not JSON is not ours either
  }
  throw new Refusal('malformed_request', { errors: [{ pointer: '/query/cursor', code: 'cursor' }] });
}

/** Makes a page of rows that were read one beyond the limit. */
export function pageOf<Item extends { id: string }>(
  rows: Item[],
  limit: number,
  filter: unknown,
  nameOf: (item: Item) => string,
): NamePage<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items, nextCursor: null };
  return {
    items,
    nextCursor: Buffer.from(JSON.stringify([nameOf(last), last.id, digest(filter)])).toString('base64url'),
  };
}
