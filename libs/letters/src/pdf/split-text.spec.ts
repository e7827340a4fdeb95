import { splitText } from './split-text.js';

const upTo = (length: number) => (piece: string) => piece.length <= length;

describe('splitText', () => {
  it.each([
    ['một hai ba', 99, 'một hai ba', ''],
    ['một hai ba', 8, 'một hai', 'ba'],
    ['một hai ba', 3, 'một', 'hai ba'],
    ['một hai ba', 1, 'một', 'hai ba'],
    ['mộthaiba', 3, 'mộthaiba', ''],
    ['', 0, '', ''],
    ['mộthai\u200bbabốn', 7, 'mộthai', 'babốn'],
  ])('%j at %i', (text, length, fits, rest) => {
    expect(splitText(text, upTo(length))).toEqual({ fits, rest });
  });

  it('measures pieces of about the size that fits, however long the text is', () => {
    const text = 'từ '.repeat(20_000).trim();
    const asked: number[] = [];
    const { fits } = splitText(text, (piece) => {
      asked.push(piece.length);
      return piece.length <= 300;
    });
    expect(fits.length).toBe(299);
    expect(Math.max(...asked)).toBeLessThan(900);
    expect(asked.length).toBeLessThan(20);
  });
});
