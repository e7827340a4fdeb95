import { type Chance } from './chance.js';

/** Stands for a number that JSON text can hold and JSON.stringify cannot write; see `jsonText`. */
const NUMBER_MARK = '\u0001number:';
export const rawNumber = (text: string): string => `${NUMBER_MARK}${text}`;
/** JSON text of a value, with the raw numbers in it written as they are. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(/"\\u0001number:([^"]*)"/g, '$1');

const deep = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\t\n',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\u202eabc',
  '\u200f\u200e',
  '\u2028\u2029',
  '\ufeffbom',
  '\u0085\u009f',
  'e\u0301\u0323'.repeat(20),
  '👩‍👩‍👧‍👦'.repeat(5),
  'Đđ Ơơ Ưư ẫ ỡ ữ',
  'İıſß',
  'ﬃ①Ⅷ',
  "'; DROP TABLE dossier; --",
  "' OR '1'='1",
  '%_\\%',
  '$1 $2',
  '\\',
  '"',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '../../../etc/passwd',
  '..%2f..%2f',
  '{{7*7}} ${7*7}',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '__proto__',
  'constructor',
  'true',
  '0',
  '-1',
  '1e400',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '2026-02-30',
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '+012026-01-01',
  '-000001-01-01',
  '2026-11-23T00:00:00Z',
  '2026-1-1',
  '1970-01-01',
  'infinity',
  '-infinity',
  'now',
  '4714-11-24 BC',
];
const NUMBERS: readonly unknown[] = [
  0,
  -1,
  1,
  0.1,
  1.5,
  1e-7,
  2147483647,
  2147483648,
  -2147483649,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  1e21,
  1e308,
  -1e308,
  rawNumber('-0'),
  rawNumber('1e400'),
  rawNumber('-1e400'),
  rawNumber('9223372036854775808'),
  rawNumber('0.1000000000000000055511151231257827'),
  rawNumber(`1${'0'.repeat(300)}`),
];
const SHAPES: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => false,
  () => [],
  () => ({}),
  () => [null],
  () => [[]],
  () => [{}],
  () => ({ toString: 1, valueOf: 'x', hasOwnProperty: null }),
  () => ({ constructor: { prototype: { admin: true } } }),
  () => JSON.parse('{"__proto__":{"admin":true}}') as unknown,
  () => ({ length: 5, 0: 'x' }),
  () => ({ $ne: null }),
  () => deep(6),
  () => deep(14),
  () => deep(40),
  () => Array.from({ length: 300 }, () => ''),
  () => Array.from({ length: 300 }, (_, index) => index),
  () => Array.from({ length: 300 }, () => ({})),
];

/** Texts that nobody types and that somebody sends. */
export function oddText(chance: Chance): string {
  if (chance.odds(0.05)) return 'ẫ'.repeat(chance.pick([255, 256, 501, 2001, 4001, 20_001, 60_000]));
  if (chance.odds(0.03)) return `${'a'.repeat(chance.pick([1000, 20_000]))}!`;
  return chance.pick(TEXTS);
}

/** A value of any kind that a field does not expect. */
export function oddValue(chance: Chance): unknown {
  const kind = chance.next();
  if (kind < 0.45) return oddText(chance);
  if (kind < 0.7) return chance.pick(NUMBERS);
  return chance.pick(SHAPES)();
}
