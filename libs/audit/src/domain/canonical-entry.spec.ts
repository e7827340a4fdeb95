import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '#kernel';
import { drawn } from '../../../../test/support/seed.js';
import { canonicalEntry, canonicalValue } from './canonical-entry.js';

const text = fc.string({ unit: 'grapheme' });
const scalar = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const entry = fc.record({
  ...{ chainId: text, seq: fc.nat(), at: text, actorId: text, actorRole: text, action: text, outcome: text },
  subject: fc.record({ kind: text, id: text }),
  facts: fc.dictionary(text, scalar),
  payloadHash: fc.option(text),
  prevHash: text,
});

test('an entry put together field by field has the canonical text of RFC 8785', () => {
  fc.assert(
    fc.property(entry, (one) => expect(canonicalEntry(one)).toBe(canonicalJson(one))),
    drawn(),
  );
});

test('so has every JSON value', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'grapheme' }), (json) => {
      const value: unknown = JSON.parse(json);
      expect(canonicalValue(value)).toBe(canonicalJson(value));
    }),
    drawn(),
  );
});

test('what has no canonical form is refused as everywhere', () => {
  for (const value of ['\ud800', { a: ['\udfff'] }, Number.NaN]) {
    expect(() => canonicalJson(value)).toThrow();
    expect(() => canonicalValue(value)).toThrow();
  }
});
