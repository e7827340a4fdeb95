import { describe, expect, test } from '@jest/globals';
import { pointerStep, shapeFaults } from './json-shape.rule.js';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

describe('shape of a value from outside', () => {
  test.each([
    ['Đồng bằng sông Hồng – 100 %\n\tdòng hai\r\n'],
    ['😀 Ω ₫'],
    [''],
    [null],
    [12.5],
    [{ a: [1, { b: 'c' }] }],
  ])('%j is well', (value) => {
    expect(shapeFaults(value)).toEqual([]);
  });

  test.each(['\u0000', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\u202e', '\u2066', '\ud800', '\udc00x'])(
    '%j is a control character',
    (text) => {
      expect(shapeFaults({ a: { 'b/c~d': [text] } })).toEqual([
        { pointer: '/a/b~1c~0d/0', code: 'control_characters' },
      ]);
    },
  );

  test('keys are looked at too', () => {
    expect(shapeFaults({ ['a\u0000']: 1 })).toEqual([{ pointer: '', code: 'control_characters' }]);
  });

  test.each(['constructor', 'hasOwnProperty', 'toString', '__proto__', '__defineGetter__'])(
    '%s is the name of no field, at no depth',
    (name) => {
      const value: unknown = JSON.parse(`{"a":[{"${name}":1}]}`);
      expect(shapeFaults(value)).toEqual([{ pointer: `/a/0/${name}`, code: 'unknown_field' }]);
    },
  );

  test('sixteen levels pass, seventeen do not, and a thousand do not exhaust the stack', () => {
    expect(shapeFaults(nested(16))).toEqual([]);
    expect(shapeFaults(nested(17))[0]?.code).toBe('too_deep');
    expect(shapeFaults(nested(1000))[0]?.code).toBe('too_deep');
  });

  test('sixty thousand values are too many', () => {
    expect(
      shapeFaults(
        Array.from({ length: 60_001 }, () => 1),
        '/x',
      ),
    ).toEqual([{ pointer: '/x', code: 'too_many_values' }]);
  });

  test('a pointer step escapes by RFC 6901', () => {
    expect(pointerStep('~/')).toBe('/~0~1');
  });
});
