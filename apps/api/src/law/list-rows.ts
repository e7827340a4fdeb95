import { foldForSearch } from '#dossiers';
import { digestOf, Refusal } from '#kernel';
import { type ListRow, type Pack } from '#law';
import { type ListRowPageDto, type ListRowQueryDto } from './packs.dto.js';

const textOf = ({ code, officialNo, nameVi, nameEn, synonyms }: ListRow): string =>
  foldForSearch([code, officialNo ?? '', nameVi, nameEn, ...synonyms].join(' | '));

/** One code lies within the other: a heading finds its subheadings, and a whole code the heading that a row names. */
const covers = (prefixes: readonly string[], code: string): boolean =>
  prefixes.some((prefix) => prefix.startsWith(code) || code.startsWith(prefix));

function fits(row: ListRow, { list, version, q, hs, vsic }: ListRowQueryDto): boolean {
  if (list !== undefined && row.list !== list) return false;
  if (version !== undefined && row.versionId !== version) return false;
  if (hs !== undefined && !covers(row.hsPrefixes, hs)) return false;
  // A section is a letter before its codes, which the lists leave out.
  if (vsic !== undefined && !covers(row.vsicPrefixes, vsic.replace(/^[A-Z]/, ''))) return false;
  return q === undefined || textOf(row).includes(foldForSearch(q));
}

/** A pack never changes under its digest, so a place in the filtered rows is a sound cursor. */
const filterOf = (pack: Pack, { list, version, q, hs, vsic }: ListRowQueryDto): string =>
  digestOf([pack.digest, list ?? '', version ?? '', q ?? '', hs ?? '', vsic ?? '']).slice(0, 16);

function offsetOf(pack: Pack, query: ListRowQueryDto): number {
  if (query.cursor === undefined) return 0;
  const [filter, offset] = Buffer.from(query.cursor, 'base64url').toString().split(':');
  if (filter === filterOf(pack, query) && /^\d{1,7}$/.test(offset ?? '')) return Number(offset);
  throw new Refusal('malformed_request', { errors: [{ pointer: '/query/cursor', code: 'cursor' }] });
}

/** A page of the list rows of a pack in the order of the pack. @throws Refusal `malformed_request` for a foreign cursor */
export function listRows(pack: Pack, query: ListRowQueryDto): ListRowPageDto {
  const rows = pack.listRows.filter((row) => fits(row, query));
  const from = offsetOf(pack, query);
  const next = from + query.limit;
  const nextCursor =
    next < rows.length ? Buffer.from(`${filterOf(pack, query)}:${next}`).toString('base64url') : null;
  return { items: rows.slice(from, next), total: rows.length, nextCursor };
}
