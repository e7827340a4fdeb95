import { describe, expect, it } from '@jest/globals';

const { href } = new URL('../../scripts/bundle.mjs', import.meta.url);
const { inAscii } = (await import(href)) as { inAscii: (code: string) => string };
const valueOf = (code: string): unknown => (0, eval)(code);
const LETTERS = 'Đ ễ \u00e9 𝒟 ⁓';

describe('a bundle in ASCII', () => {
  it.each([
    ['a text', `"${LETTERS}"`],
    ['a text over lines', `\`${LETTERS}\${1}\n\``],
    ['a name', `({ Đ: 1 })`],
    ['a letter that a backslash makes stand for itself', String.raw`"\ễ \\ễ \\\ễ"`],
  ])('has the same value: %s', (_what, code) => {
    expect(inAscii(code)).toMatch(/^[\0-\x7f]*$/);
    expect(valueOf(inAscii(code))).toEqual(valueOf(code));
  });

  it.each([String.raw`/^[\ễà-ỹ]+$/i`, String.raw`/^\p{L}𝒟?$/u`])('matches the same: %s', (code) => {
    const [before, after] = [code, inAscii(code)].map((one) => valueOf(one) as RegExp);
    for (const text of ['ễ', 'Ễ', 'ạ', 'e', 'e𝒟', '\\'])
      expect([text, after?.test(text)]).toEqual([text, before?.test(text)]);
  });

  it('leaves the rest as it is', () => expect(inAscii('a\\n"b"')).toBe('a\\n"b"'));
});
