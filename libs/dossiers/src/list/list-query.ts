import { CAPITAL_ORIGINS, isStatus, PROCEDURES, type Status } from '#contracts';
import { digestOf, isCivilDate, Refusal } from '#kernel';

export const SORT_KEYS = ['dueOn', 'receivedOn', 'updatedAt', 'fileCode', 'name'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export const DEFAULT_LIMIT = 20;
export const LIMIT_CAP = 100;

/** A list request in the grammar shared by list, count, export and saved view. */
export interface DossierListQuery {
  status: Status[];
  procedure: string[];
  capitalOrigin: string[];
  /** `me`, `none` or the id of a lead appraiser. */
  assignee: string | null;
  overdue: boolean;
  /** Inclusive civil days of receipt. */
  from: string | null;
  to: string | null;
  q: string | null;
  sort: { key: SortKey; descending: boolean };
  limit: number;
  cursor: string | null;
  count: boolean;
}
export type RawQuery = Record<string, string | string[] | undefined>;

const KNOWN = new Set([
  'status',
  'procedure',
  'capitalOrigin',
  'assignee',
  'overdue',
  'from',
  'to',
  'q',
  'sort',
  'limit',
  'cursor',
  'count',
]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const invalid = (parameter: string, rule: string): never => {
  throw new Refusal('list_query_invalid', { parameter, rule });
};
const many = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
function single(raw: RawQuery, name: string): string | null {
  const values = many(raw[name]);
  if (values.length > 1) invalid(name, 'given_once');
  return values[0] ?? null;
}
function choices(raw: RawQuery, name: string, allowed: (word: string) => boolean): string[] {
  const values = many(raw[name]);
  if (!values.every(allowed)) invalid(name, 'unknown_value');
  return values;
}
function flag(raw: RawQuery, name: string): boolean {
  const value = single(raw, name);
  if (value !== null && value !== 'true' && value !== 'false') invalid(name, 'true_or_false');
  return value === 'true';
}
function day(raw: RawQuery, name: string): string | null {
  const value = single(raw, name);
  return value === null || isCivilDate(value) ? value : invalid(name, 'civil_date');
}
function sortOf(raw: RawQuery): DossierListQuery['sort'] {
  const value = single(raw, 'sort') ?? 'dueOn';
  const key = value.replace(/^-/, '') as SortKey;
  if (!SORT_KEYS.includes(key)) invalid('sort', SORT_KEYS.join('|'));
  return { key, descending: value.startsWith('-') };
}
function limitOf(raw: RawQuery): number {
  const value = single(raw, 'limit');
  if (value === null) return DEFAULT_LIMIT;
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1) invalid('limit', '1..100');
  return Math.min(Number(value), LIMIT_CAP);
}
function assigneeOf(raw: RawQuery): string | null {
  const value = single(raw, 'assignee');
  if (value !== null && value !== 'me' && value !== 'none' && !UUID.test(value))
    invalid('assignee', 'me|none|id');
  return value;
}

/** Reads the query string of a list. @throws Refusal `list_query_invalid` naming the parameter. */
export function parseListQuery(raw: RawQuery): DossierListQuery {
  const unknown = Object.keys(raw).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) invalid(unknown, 'unknown_parameter');
  const q = single(raw, 'q');
  if (q !== null && q.length > 200) invalid('q', 'at_most_200_characters');
  return {
    status: choices(raw, 'status', isStatus) as Status[],
    procedure: choices(raw, 'procedure', (word) => (PROCEDURES as readonly string[]).includes(word)),
    capitalOrigin: choices(raw, 'capitalOrigin', (word) =>
      (CAPITAL_ORIGINS as readonly string[]).includes(word),
    ),
    assignee: assigneeOf(raw),
    overdue: flag(raw, 'overdue'),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    q,
    sort: sortOf(raw),
    limit: limitOf(raw),
    cursor: single(raw, 'cursor'),
    count: flag(raw, 'count'),
  };
}

/** Digest of filter and sort: a cursor made for another list is refused by it. */
export function listDigest(query: DossierListQuery): string {
  const { limit: _limit, cursor: _cursor, count: _count, ...rest } = query;
  return digestOf(rest).slice(0, 16);
}
