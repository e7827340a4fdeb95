import { isCivilDate, Refusal } from '#kernel';

export type RawQuery = Record<string, string | string[] | undefined>;
export interface ListSort<Key extends string> {
  key: Key;
  descending: boolean;
}
/** The parameters of a query string, as a request brings them. */
export function rawQueryOf(text: string): RawQuery {
  const params = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const [first = '', ...more] = params.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}
export const DEFAULT_LIMIT = 20;
export const LIMIT_CAP = 100;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Refuses a parameter of a list. @throws Refusal `list_query_invalid` */
export const invalidQuery = (parameter: string, rule: string): never => {
  throw new Refusal('list_query_invalid', { parameter, rule });
};
const many = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** What no word of a list holds and the database refuses: NUL and its like. */
const CONTROL = /\p{Cc}/u;

/** Reads the parameters of a list, each by its rule. @throws Refusal `list_query_invalid` naming the parameter */
export class QueryReader {
  constructor(
    private readonly raw: RawQuery,
    known: ReadonlySet<string>,
  ) {
    const unknown = Object.keys(raw).find((name) => !known.has(name));
    if (unknown !== undefined) invalidQuery(unknown, 'unknown_parameter');
    const garbled = Object.keys(raw).find((name) => many(raw[name]).some((value) => CONTROL.test(value)));
    if (garbled !== undefined) invalidQuery(garbled, 'control_characters');
  }

  /** A value that is given once, or null. */
  single(name: string): string | null {
    const values = many(this.raw[name]);
    if (values.length > 1) invalidQuery(name, 'given_once');
    return values[0] ?? null;
  }
  /** Words that may be repeated. */
  choices<Word extends string>(name: string, allowed: (word: string) => boolean): Word[] {
    const values = many(this.raw[name]);
    if (!values.every(allowed)) invalidQuery(name, 'unknown_value');
    return values as Word[];
  }
  flag(name: string): boolean {
    return this.optionalFlag(name) ?? false;
  }
  optionalFlag(name: string): boolean | null {
    const value = this.single(name);
    if (value !== null && value !== 'true' && value !== 'false') invalidQuery(name, 'true_or_false');
    return value === null ? null : value === 'true';
  }
  day(name: string): string | null {
    const value = this.single(name);
    return value === null || isCivilDate(value) ? value : invalidQuery(name, 'civil_date');
  }
  /** A text of a pattern; `rule` names it. */
  matching(name: string, pattern: RegExp, rule: string): string | null {
    const value = this.single(name);
    return value === null || pattern.test(value) ? value : invalidQuery(name, rule);
  }
  id(name: string): string | null {
    return this.matching(name, UUID, 'id')?.toLowerCase() ?? null;
  }
  /** Words that are looked for. */
  search(name: string): string | null {
    const value = this.single(name);
    if (value !== null && value.length > 200) invalidQuery(name, 'at_most_200_characters');
    return value;
  }
  sort<Key extends string>(keys: readonly Key[], by: Key): ListSort<Key> {
    const value = this.single('sort') ?? by;
    const key = value.replace(/^-/, '') as Key;
    if (!keys.includes(key)) invalidQuery('sort', keys.join('|'));
    return { key, descending: value.startsWith('-') };
  }
  limit(): number {
    const value = this.single('limit');
    if (value === null) return DEFAULT_LIMIT;
    if (!/^\d{1,4}$/.test(value) || Number(value) < 1) invalidQuery('limit', '1..100');
    return Math.min(Number(value), LIMIT_CAP);
  }
}
