import { LaidOutWords, type LayingFont } from './laid-out-words.js';

/** Lays out one glyph for each character, as wide as its code, and counts how often it is asked. */
const countingFont = () => {
  const asked: string[] = [];
  const font: LayingFont = {
    getGlyph: (id, codePoints) => ({ id, codePoints }),
    layout: (text) => {
      asked.push(text);
      const codes = [...text].map((one) => one.charCodeAt(0));
      const positions = codes.map((xAdvance) => ({ xAdvance, yAdvance: 0, xOffset: 1, yOffset: 2 }));
      return { glyphs: codes.map((id) => ({ id, codePoints: [id] })), positions, advanceWidth: 0 };
    },
  };
  return { font, asked };
};

describe('words that are laid out once', () => {
  it('are the glyphs of the font that asks, with positions nobody else scales', () => {
    const { font, asked } = countingFont();
    const words = new LaidOutWords(() => font);
    const first = words.layOut('ab', font);
    for (const position of first.positions) position.xAdvance *= 10;
    const second = words.layOut('ab', { ...font, getGlyph: (id) => ({ id: id + 1000, codePoints: [] }) });
    expect(asked).toEqual(['ab']);
    expect(first.advanceWidth).toBe(1950);
    expect(second.advanceWidth).toBe(195);
    expect(second.glyphs.map(({ id }) => id)).toEqual([1097, 1098]);
    expect(second.positions[1]).toEqual({ xAdvance: 98, yAdvance: 0, xOffset: 1, yOffset: 2 });
  });

  it('are forgotten before they fill the memory', () => {
    const { font, asked } = countingFont();
    const words = new LaidOutWords(() => font);
    for (let number = 0; number <= 2000; number += 1) words.layOut(String(number), font);
    words.layOut('0', font);
    expect(asked.filter((text) => text === '0')).toHaveLength(2);
  });
});
