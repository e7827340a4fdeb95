import { isCountryCode, STANDARD_FIELDS } from '#contracts';
import { type Row, textOf, type ValueFault } from '../draft/draft.types.js';
import { type FieldName, fieldKind, FIELDS } from './field.types.js';

type Fault = Pick<ValueFault, 'code' | 'params'>;
export type ListKind = 'results' | 'sites';

/** How many entries a list may have, and how long their texts may be: the bounds of the API. */
export const MOST_ENTRIES: Record<ListKind, number> = { results: 200, sites: 100 };
export const MOST_TEXT = { kind: 50, code: 100, site: 300, number: 100, body: 300 } as const;
const RESULTS = ['met', 'failed'];

const isGiven = (row: Row, field: keyof typeof MOST_TEXT): boolean => {
  const text = textOf(row[field]).trim();
  return text !== '' && text.length <= MOST_TEXT[field];
};
const isWhole: Record<ListKind, (row: Row) => boolean> = {
  results: (row) =>
    STANDARD_FIELDS.some((one) => one === row['field']) &&
    RESULTS.includes(textOf(row['result'])) &&
    isGiven(row, 'kind') &&
    textOf(row['code']).length <= MOST_TEXT.code,
  sites: (row) => isCountryCode(textOf(row['country'])) && isGiven(row, 'site'),
};
const INCOMPLETE: Record<ListKind, string> = { results: 'result_incomplete', sites: 'site_incomplete' };

/** What is wrong with a list of results or sites: its first entry that is not whole, counted from 1. */
export function listFault(kind: ListKind, value: unknown): Fault | null {
  const at = (value as Row[]).findIndex((row) => !isWhole[kind](row));
  return at < 0 ? null : { code: INCOMPLETE[kind], params: { number: String(at + 1) } };
}

/** What is wrong with the certificate of a machine. `today` is a civil date. */
export function certificateFault(value: unknown, today: string): Fault | null {
  const paper = value as Row;
  const whole = isGiven(paper, 'number') && isGiven(paper, 'body') && textOf(paper['issuedOn']) !== '';
  if (!whole) return { code: 'certificate_incomplete' };
  return textOf(paper['issuedOn']) > today ? { code: 'issued_in_future' } : null;
}

/**
 * The part of a faulty value that can be saved: the whole entries of a list, nothing of any other value. A list of which
 * none is whole stays unknown: an empty one would say that there is none.
 */
export function soundPart(field: string, value: unknown): unknown {
  // A draft of a moment ago may not have it yet.
  if (!Array.isArray(value) || !Object.hasOwn(FIELDS, field)) return undefined;
  const { kind } = fieldKind(field as FieldName);
  if (kind !== 'results' && kind !== 'sites') return undefined;
  const sound = (value as Row[]).filter(isWhole[kind]);
  return sound.length === 0 ? undefined : sound;
}

/** An entry with another value of one field; an empty text is no value. */
export const withEntry = (rows: readonly Row[], at: number, field: string, value: string): Row[] =>
  rows.map((row, index) => {
    if (index !== at) return row;
    const { [field]: _before, ...rest } = row;
    return value === '' ? rest : { ...rest, [field]: value };
  });

/** A list without one entry; without its last one it is unknown again. */
export function withoutEntry(rows: readonly Row[], at: number): Row[] | undefined {
  const rest = rows.filter((_, index) => index !== at);
  return rest.length === 0 ? undefined : rest;
}
