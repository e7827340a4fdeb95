import { BREAK, withBreaks, withoutBreaks } from './break-words.js';

describe('withBreaks', () => {
  it.each([
    ['', 1],
    ['x'.repeat(60), 1],
    [`${'x'.repeat(60)} ${'y'.repeat(60)}`, 1],
    ['x'.repeat(61), 2],
    ['x'.repeat(20_000), 334],
    ['ệ'.repeat(150), 3],
    [`${'a\u030a\u0323'.repeat(100)}`, 5],
  ])('%#: lets a line end every 60 characters of a word and changes nothing else', (text, parts) => {
    const broken = withBreaks(text);
    expect(broken.split(BREAK).length).toBe(parts);
    expect(withoutBreaks(broken)).toBe(text);
  });

  it('keeps an accent with its letter', () => {
    const broken = withBreaks(`${'x'.repeat(59)}q\u0323\u0302${'x'.repeat(5)}`);
    expect(broken).toBe(`${'x'.repeat(59)}q\u0323\u0302${BREAK}xxxxx`);
  });
});
