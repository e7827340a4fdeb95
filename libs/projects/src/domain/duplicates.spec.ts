import { describe, expect, it } from '@jest/globals';
import { duplicatesWithin, likestAmong, type Named } from './duplicates.js';
import { NumberedTrigrams, similarityOf } from './trigrams.js';

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

  it('names the likest of several earlier ones, and the first of equals', () => {
    const pairs = duplicatesWithin(
      ['điện mặt trời mái nhà số 1', 'điện mặt trời mái nhà số 22', 'điện mặt trời mái nhà số 22'].map(
        (name) => entry(name),
      ),
    );
    expect(pairs.map(({ index, first }) => [index, first])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('keeps one pair an entry where thousands of one investor are alike, and is done in seconds', () => {
    const alike = Array.from({ length: 5000 }, (_, n) => entry(`Điện mặt trời áp mái hộ kinh doanh số ${n}`));
    const began = Date.now();
    expect(duplicatesWithin(alike)).toHaveLength(4999);
    expect(Date.now() - began).toBeLessThan(10_000);
  });
});

describe('similarityOf', () => {
  const similarity = (one: string, other: string) => {
    const numbering = new NumberedTrigrams();
    return similarityOf(numbering.of(one), numbering.of(other));
  };
  it('is 1 for the same text, 0 for nothing in common and for no text', () => {
    expect(similarity('nha may gach', 'nha may gach')).toBe(1);
    expect(similarity('nha may', 'xyz')).toBe(0);
    expect(similarity('', '')).toBe(0);
  });
  it('counts as pg_trgm does', () => expect(similarity('word', 'two words')).toBeCloseTo(0.363636, 5));
});

describe('likestAmong', () => {
  const list = [entry('Nhà máy xi măng Đá Bạc 2'), entry('Nhà máy xi măng Đá Bạc'), entry('Xưởng may', 'X')];
  it('finds the likest entry, wherever it stands', () => {
    expect(likestAmong(list, entry('Dự án nhà máy xi măng Đá Bạc'))).toBe(list[1]);
    expect(likestAmong(list, entry('Cảng cá', 'Công ty B'))).toBeNull();
  });
});
