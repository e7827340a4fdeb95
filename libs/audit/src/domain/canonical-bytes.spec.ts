import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawn } from '../../../../test/support/seed.js';
import { CanonicalBytes, NOT_PLAIN } from './canonical-bytes.js';
import { canonicalValue } from './canonical-entry.js';

/** As PostgreSQL prints a jsonb: names by their length, a space after comma and colon. */
const printed = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = value as Record<string, unknown>;
  const byLength = (one: string, other: string) => one.length - other.length || (one < other ? -1 : 1);
  const members = Object.keys(fields).sort(byLength);
  return `{${members.map((name) => `${JSON.stringify(name)}: ${printed(fields[name])}`).join(', ')}}`;
};
/** What is written for JSON as COPY sends it, null where it is not plain. */
const written = (json: string): string | null => {
  const from = Buffer.from(`${json.replaceAll('\\', '\\\\')}\n`, 'utf8');
  const canonical = new CanonicalBytes();
  canonical.begin(from.length);
  const end = canonical.value(from, 0);
  if (end === NOT_PLAIN || end !== from.length - 1) return null;
  return Buffer.from(canonical.bytes.subarray(0, canonical.length)).toString('utf8');
};

const name = fc.stringMatching(/^[ -!#-[\]-~]{0,6}$/);
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    fc.integer({ min: 10, max: 1e12 }).map((n) => n / 100),
    fc.integer({ min: 10, max: 1e12 }).map((n) => -n / 100),
    fc.boolean(),
    fc.constant(null),
    fc.stringMatching(/^[ -~à-ỹ\n\t\r"\\]{0,12}$/u),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 6 }),
  ),
})).value;

test('plain JSON is written as RFC 8785 has it', () => {
  fc.assert(
    fc.property(plain, (value) => expect(written(printed(value))).toBe(canonicalValue(value))),
    drawn(2000),
  );
});

test('whatever else it is, it is written right or not at all', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'grapheme' }), (json) => {
      const value: unknown = JSON.parse(json);
      for (const text of [json, printed(value)])
        expect([canonicalValue(value), null]).toContain(written(text));
    }),
    drawn(2000),
  );
});

test.each([
  ...[
    '',
    '{',
    '[',
    '"',
    '"a',
    '[1, ]',
    '[1,2]',
    '[1 2]',
    '{"a":1}',
    '{"a": 1, }',
    '{"a" 1}',
    '{a: 1}',
    '[, 1]',
  ],
  ...[
    '01',
    '-0',
    '-',
    '1.0',
    '12.50',
    '1.',
    '.5',
    '00.5',
    '0.05',
    '-0.0',
    '1.2.3',
    '1.5e3',
    '123456789012.3456',
    '1e2',
    '1E2',
    '1+',
    '1234567890123456',
    'nul',
    'trueish',
    'undefined',
    '+1',
  ],
  ...[
    '{"a": 1, "a": 2}',
    '{"b": 1, "a": 1, "b": 2}',
    '{"é": 1}',
    '{"a\\n": 1}',
    '"\\u0001"',
    '"\\/"',
    '"\u0001"',
  ],
])('%j is left to those who know all of JSON', (json) => {
  expect(written(json)).toBeNull();
});

test.each(['0', '12.5', '-0.25', '9999999999999.9', '-123456789012345'])('%s is written as it is', (json) => {
  expect(written(json)).toBe(json);
  expect(canonicalValue(JSON.parse(json))).toBe(json);
});

test('an object of very many members is left to those who know all of JSON', () => {
  const of = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${n}`, n]));
  expect(written(printed(of(64)))).toBe(canonicalValue(of(64)));
  expect(written(printed(of(65)))).toBeNull();
});
