import { describe, expect, it } from '@jest/globals';
import { mergePatch } from './merge-patch.js';

/** The test table of RFC 7396, appendix A: original, patch, result. */
const TABLE: [unknown, unknown, unknown][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

describe('a JSON merge patch', () => {
  it.each(TABLE)('makes of %j by %j the value %j', (original, patch, result) => {
    expect(mergePatch(original, patch)).toEqual(result);
  });

  it('changes neither the original nor the patch, and shares nothing with them', () => {
    const original = { kept: { list: [1] } };
    const patch = { added: { list: [2] } };
    const merged = mergePatch(original, patch) as { kept: { list: number[] }; added: { list: number[] } };
    merged.kept.list.push(9);
    merged.added.list.push(9);
    expect([original, patch]).toEqual([{ kept: { list: [1] } }, { added: { list: [2] } }]);
  });

  it('treats a member named __proto__ as data', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__": {"tampered": true}}')) as object;
    expect((merged as { tampered?: boolean }).tampered).toBeUndefined();
    expect(Object.keys(merged)).toEqual(['__proto__']);
  });
});
