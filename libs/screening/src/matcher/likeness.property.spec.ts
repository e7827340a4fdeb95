import fc from 'fast-check';
import { drawn } from '../../../../test/support/seed.js';
import { type Codes, COVERAGE_THRESHOLD, rowMatch, SUPPORTED_THRESHOLD, textMatch } from './match-row.js';
import { type Token, tokensOf } from './normalise-text.js';
import { likeness } from './similarity.js';

/** Letters added, dropped, changed or swapped between two words, by the whole table. */
function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = least;
    }
  return at(a.length, b.length);
}

const HALF = ['lo', 'dien', 'nuoc', 'kiln', 'chat'];
const FIFTH = ['tieu', 'chuan', 'khi'];
const weight = (bare: string): number => (FIFTH.includes(bare) ? 0.2 : HALF.includes(bare) ? 0.5 : 1);

/** How alike two words are, read off the doc comment. */
function alike(entry: Token, query: Token): number {
  const accents = (token: Token): boolean => token.bare !== token.accented;
  if (entry.bare === query.bare) {
    if (entry.accented === query.accented) return 1;
    return accents(entry) && accents(query) ? 0.6 : 0.95;
  }
  const long = entry.bare.length > 3 && query.bare.length > 3;
  return long && slips(entry.bare, query.bare) === 1 ? 0.8 : 0;
}

function naiveCoverage(entry: readonly Token[], query: readonly Token[]): number {
  let [found, total] = [0, 0];
  entry.forEach((token, index) => {
    const written = [entry[index - 1], entry[index + 1]].map((other, side) =>
      other === undefined ? null : side === 0 ? other.bare + token.bare : token.bare + other.bare,
    );
    const best = query.map((word) =>
      written.includes(word.bare) ? Math.max(0.95, alike(token, word)) : alike(token, word),
    );
    total += weight(token.bare);
    found += weight(token.bare) * Math.max(0, ...best);
  });
  return total === 0 ? 0 : Math.round((found / total) * 1e4) / 1e4;
}

const WORDS = [
  'xi',
  'măng',
  'lò',
  'quay',
  'ướt',
  'đứng',
  'điện',
  'phân',
  'thủy',
  'ngân',
  'amiăng',
  'trắng',
  'nước',
  'tiêu',
  'chuẩn',
  'khí',
  'kiln',
  'rotary',
  'vertical',
  'mercury',
  'chất',
  'nghiền',
  'clinker',
  'sulfuric',
];
const bareWord = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
/** A word as people write it: right, without accents, with a letter dropped, doubled or changed. */
const written = (word: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(word) },
    { weight: 2, arbitrary: fc.constant(bareWord(word)) },
    { weight: 1, arbitrary: fc.nat(word.length - 1).map((at) => word.slice(0, at) + word.slice(at + 1)) },
    {
      weight: 1,
      arbitrary: fc.nat(word.length - 1).map((at) => word.slice(0, at) + word.charAt(at) + word.slice(at)),
    },
  );
const entryOf = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 });
/** The words of an entry, some left out, written as people write, among others. */
const queryOf = (entry: string[]): fc.Arbitrary<string[]> =>
  fc
    .tuple(
      fc.tuple(...entry.map((word) => fc.option(written(word), { freq: 5 }))),
      fc.array(fc.constantFrom(...WORDS, 'nhà', 'máy', 'mới'), { maxLength: 3 }),
    )
    .map(([own, more]) => [...own.filter((word) => word !== null), ...more].filter((word) => word !== ''));
const pairs = entryOf.chain((entry) => fc.tuple(fc.constant(entry), queryOf(entry)));
const tokens = (words: readonly string[]): Token[] => tokensOf(words.join(' '));

type Row = Parameters<typeof textMatch>[1];
function matchRow(text: readonly Token[], row: Row, codes: Codes) {
  const found = textMatch(text, row);
  return found && rowMatch(found, row, codes);
}

describe('the likeness of names against its own description, written down a second time', () => {
  it('covers what the naive model covers', () => {
    fc.assert(
      fc.property(pairs, ([entry, query]) => {
        expect(likeness(tokens(entry), tokens(query)).coverage).toBe(
          naiveCoverage(tokens(entry), tokens(query)),
        );
      }),
      drawn(800),
    );
  });

  it('takes two letters swapped for one slip, and nothing else beside them', () => {
    const one = (entry: string, query: string) => likeness(tokens([entry]), tokens([query])).coverage;
    expect([one('quay', 'qauy'), one('măng', 'mnag'), one('măng', 'aming')]).toEqual([0.8, 0.8, 0]);
  });

  it('was so only from the third shell on: what the second found is found by it again', () => {
    const two = (entry: string, query: string) => likeness(tokens([entry]), tokens([query]), '2').coverage;
    expect([two('quay', 'qauy'), two('măng', 'aming'), two('măng', 'mnga')]).toEqual([0.8, 0.8, 0]);
  });

  it('makes a candidate from the threshold on, and from the lower one with a code beside it', () => {
    const row = (entry: string[]) =>
      ({
        nameVi: entry.join(' '),
        nameEn: entry.join(' '),
        synonyms: [],
        negativeTerms: [],
        hsPrefixes: ['8417'],
        vsicPrefixes: [],
      }) as unknown as Row;
    let [alone, supported, none] = [0, 0, 0];
    fc.assert(
      fc.property(pairs, ([entry, query]) => {
        if (entry.length < 2 || query.length === 0) return;
        const coverage = naiveCoverage(tokens(entry), tokens(query));
        const found = matchRow(tokens(query), row(entry), { hs: [], vsic: [] });
        const helped = matchRow(tokens(query), row(entry), { hs: ['84178000'], vsic: [] });
        expect(found !== null).toBe(coverage >= COVERAGE_THRESHOLD);
        expect(helped !== null).toBe(coverage >= SUPPORTED_THRESHOLD);
        alone += found ? 1 : 0;
        supported += helped && !found ? 1 : 0;
        none += helped ? 0 : 1;
      }),
      drawn(800),
    );
    expect(Math.min(alone, supported, none)).toBeGreaterThan(50);
  });
});
