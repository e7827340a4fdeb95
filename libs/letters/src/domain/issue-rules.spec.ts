import { civilDate, type CivilDate } from '#kernel';
import { isPossible, isSameName, possibleDays } from './issue-rules.js';

const day = (text: string): CivilDate => civilDate(text);

describe('the days that a letter can carry', () => {
  const days = (lastIssuedOn: string | null) =>
    possibleDays({
      draftedOn: day('2026-07-10'),
      lastIssuedOn: lastIssuedOn === null ? null : day(lastIssuedOn),
      today: day('2026-07-15'),
    });

  it.each([
    [null, '2026-07-10'],
    ['2026-07-03', '2026-07-10'],
    ['2026-07-10', '2026-07-10'],
    ['2026-07-13', '2026-07-13'],
    ['2026-07-15', '2026-07-15'],
  ])('when the last of the register carries %s begin with %s', (last, earliest) => {
    expect(days(last)).toEqual({ earliest, latest: '2026-07-15' });
  });

  it.each([
    ['2026-07-09', false],
    ['2026-07-10', true],
    ['2026-07-15', true],
    ['2026-07-16', false],
    ['2025-07-12', false],
  ])('%s is possible: %s', (text, possible) => {
    expect(isPossible(day(text), days(null))).toBe(possible);
  });
});

describe('isSameName', () => {
  it.each([
    ['Võ Hữu Nghĩa', 'Võ Hữu Nghĩa', true],
    ['Võ Hữu Nghĩa', '  VÕ  HỮU\u00a0NGHĨA ', true],
    ['Võ Hữu Nghĩa', 'Võ Hữu Nghĩa'.normalize('NFD'), true],
    ['Võ Hữu Nghĩa', 'Vo Huu Nghia', false],
    ['Võ Hữu Nghĩa', 'Võ Nghĩa', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(isSameName(one, other)).toBe(same);
  });
});
