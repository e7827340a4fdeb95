import { describe, expect, test } from '@jest/globals';
import { typedDay } from './typed-day.js';

describe('a typed day', () => {
  test.each([
    ['05/09/2026', '2026-09-05'],
    ['5/9/2026', '2026-09-05'],
    ['5-9-2026', '2026-09-05'],
    ['05.09.2026', '2026-09-05'],
    [' 5 / 9 / 2026 ', '2026-09-05'],
    ['05092026', '2026-09-05'],
    ['2026-09-05', '2026-09-05'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (text, day) => {
    expect(typedDay(text)).toBe(day);
  });

  test.each([
    '',
    '05/09',
    '05/09/26',
    '31/02/2026',
    '29/02/2026',
    '00/01/2026',
    '12/13/2026',
    'hôm nay',
    '2026-9-5',
  ])('"%s" is none', (text) => {
    expect(typedDay(text)).toBeNull();
  });
});
