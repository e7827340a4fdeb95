import { describe, expect, it } from '@jest/globals';
import { duplicatesWithin, type Named } from './duplicates.js';
import { similarityOf, trigramsOf } from './trigrams.js';

const entry = (name: string, investorName = 'Công ty A', investorTaxCode: string | null = null): Named => ({
  name,
  investorName,
  investorTaxCode,
});
const reasonsOf = (...drafts: Named[]) => duplicatesWithin(drafts).map(({ reasons }) => reasons);

describe('duplicatesWithin', () => {
  it('finds the same name, whoever the investor', () =>
    expect(reasonsOf(entry('Nhà máy gạch', 'Công ty A'), entry('Dự án Nhà máy gạch', 'Công ty B'))).toEqual([
      ['same_name'],
    ]));

  it('tells the same letters with other accents from the same name', () =>
    expect(reasonsOf(entry('Nhà máy bàn ghế', 'X'), entry('Nha may ban ghe', 'Y'))).toEqual([
      ['same_name_but_accents'],
    ]));

  it('finds similar names of one tax code, branches included', () => {
    const one = entry('Nhà máy xi măng Đá Bạc 2', 'Xi măng Đá Bạc', '5709900022');
    const other = entry('Nhà máy xi măng Đá Bạc giai đoạn 2', 'Chi nhánh Cảng Mới', '5709900022-001');
    expect(reasonsOf(one, other)).toEqual([['same_tax_code_similar_name']]);
  });

  it('finds similar names of one investor whatever its legal form is written like', () =>
    expect(
      reasonsOf(
        entry('Nhà máy gốm Hồng Lam', 'Công ty Cổ phần Gốm Hồng Lam'),
        entry('Nhà máy gốm sứ Hồng Lam', 'CTCP GOM HONG LAM'),
      ),
    ).toEqual([['same_investor_similar_name']]));

  it('leaves different projects of one investor alone', () =>
    expect(
      reasonsOf(entry('Khai thác than Đông Sơn', 'A', '5709900011'), entry('Cảng dầu', 'A', '5709900011')),
    ).toEqual([]));
});

describe('similarityOf', () => {
  const similarity = (one: string, other: string) => similarityOf(trigramsOf(one), trigramsOf(other));
  it('is 1 for the same text, 0 for nothing in common and for no text', () => {
    expect(similarity('nha may gach', 'nha may gach')).toBe(1);
    expect(similarity('nha may', 'xyz')).toBe(0);
    expect(similarity('', '')).toBe(0);
  });
  it('counts as pg_trgm does', () => expect(similarity('word', 'two words')).toBeCloseTo(0.363636, 5));
});
