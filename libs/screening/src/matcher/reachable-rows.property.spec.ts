import fc from 'fast-check';
import { type CivilDate } from '#kernel';
import { type ListRow } from '#law';
import { drawn } from '../../../../test/support/seed.js';
import { lawSetFromPacks } from '../../../../test/support/law-set-from-packs.js';
import { phrasesOf, textMatch, type TextMatch } from './match-row.js';
import { tokensOf } from './normalise-text.js';
import { reachableRows } from './reachable-rows.js';

const { rows } = lawSetFromPacks('opinion', '2026-07-01' as CivilDate, 'demonstration').lists;

interface Likely {
  row: ListRow;
  text: TextMatch;
}
/** By comparing with each row that is given. */
const comparedWith = (text: string, given: readonly ListRow[]): Likely[] => {
  const tokens = tokensOf(text);
  return given.flatMap((row) => {
    const found = textMatch(tokens, row);
    return found ? [{ row, text: found }] : [];
  });
};

const cut = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1);
const swapped = (word: string, at: number): string =>
  word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
/** A word as people write it: right, without accents, with a letter dropped, doubled, changed or swapped. */
const written = (word: string): fc.Arbitrary<string> => {
  const at = fc.nat(Math.max(0, word.length - 1));
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(word) },
    { weight: 2, arbitrary: fc.constant(word.normalize('NFD').replace(/\p{M}/gu, '')) },
    { weight: 1, arbitrary: at.map((place) => cut(word, place)) },
    {
      weight: 1,
      arbitrary: at.map((place) => word.slice(0, place) + word.charAt(place) + word.slice(place)),
    },
    { weight: 1, arbitrary: at.map((place) => `${word.slice(0, place)}x${word.slice(place + 1)}`) },
    { weight: 1, arbitrary: at.map((place) => swapped(word, place)) },
  );
};
const gap = fc.oneof({ weight: 8, arbitrary: fc.constant(' ') }, { weight: 1, arbitrary: fc.constant('') });
const NAMES = rows.flatMap(({ nameVi, nameEn, synonyms }) => [nameVi, nameEn, ...synonyms]).filter(Boolean);
const WORDS = [...new Set(NAMES.flatMap((name) => name.split(/\s+/)))];
/** The words of an entry, a few of them left out, with slips, run together, denied, and among words of other entries. */
const text = fc.constantFrom(...NAMES).chain((name) =>
  fc
    .tuple(
      fc.tuple(...name.split(/\s+/).map((word) => fc.tuple(fc.option(written(word), { freq: 6 }), gap))),
      fc.array(fc.constantFrom(...WORDS, 'không dùng', 'without', 'sx', 'xm'), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([own, more, before]) => {
      const words = own.map(([word, after]) => (word ?? '') + after).join('');
      return before ? `${more.join(' ')} ${words}` : `${words} ${more.join(' ')}`;
    }),
);

describe('the rows that a text can reach', () => {
  it('are all that match among all rows, in the same order and as well', () => {
    let [some, none, tried] = [0, 0, 0];
    fc.assert(
      fc.property(text, (name) => {
        const reached = reachableRows(tokensOf(name), rows);
        const found = comparedWith(name, rows);
        expect(comparedWith(name, reached)).toEqual(found);
        tried += reached.length;
        some += found.length > 0 ? 1 : 0;
        none += found.length === 0 ? 1 : 0;
      }),
      drawn(1500),
    );
    expect(Math.min(some, none)).toBeGreaterThan(100);
    expect(tried / (some + none)).toBeLessThan(rows.length / 10);
  });

  it('hold each row for each of its own phrases', () => {
    const missed = rows.filter((row) =>
      phrasesOf(row).some((tokens) => !reachableRows(tokens, rows).includes(row)),
    );
    expect(missed).toEqual([]);
  });

  it('are none for a text of other words', () => {
    expect(reachableRows(tokensOf('xyzzy plugh'), rows)).toEqual([]);
  });
});
