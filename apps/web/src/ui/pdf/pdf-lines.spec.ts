import { describe, expect, test } from '@jest/globals';
import { linesOf, type PlacedText } from './pdf-lines.js';

const A4 = { width: 595, height: 842 };
const run = (text: string, x: number, baseline: number, width = text.length * 6): PlacedText => ({
  ...{ text, x, baseline, width, height: 12 },
});
const texts = (...runs: PlacedText[]) => linesOf(runs, 1, A4).map(({ text }) => text);

describe('lines of a page from its runs of characters', () => {
  test('two columns side by side are two lines, whatever order they were written in', () => {
    expect(
      texts(
        run('CỘNG HÒA', 320, 60),
        run('Số: 12', 60, 90),
        run('UBND TỈNH', 60, 60),
        run('ngày', 320, 90.4),
      ),
    ).toEqual(['UBND TỈNH', 'CỘNG HÒA', 'Số: 12', 'ngày']);
  });
  test('runs that touch are one word, a gap is a blank, and blanks alone are nothing', () => {
    expect(texts(run('Kính', 60, 90, 24), run('gửi', 88, 90, 18), run(':', 106, 90, 3))).toEqual([
      'Kính gửi:',
    ]);
    expect(texts(run('  ', 60, 90), run('', 80, 90))).toEqual([]);
  });
  test('accents written beside their letters are put on them', () => {
    expect(texts(run('Số'.normalize('NFD'), 60, 90))).toEqual(['Số']);
  });
  test('a line knows its place as shares of the page', () => {
    const [line] = linesOf([run('Số: 12', 59.5, 84.2, 119)], 3, A4);
    expect([line?.page, line?.box.x, line?.box.width].map((one) => Number(one?.toFixed(3)))).toEqual([
      3, 0.1, 0.2,
    ]);
  });
});
