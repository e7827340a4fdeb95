import { describe, expect, it } from '@jest/globals';
import { valueFault } from '../draft/local-faults.js';
import { countriesIn, countryCode, countryEntry, countryName } from './countries.js';

describe('a country as people write it', () => {
  it.each([
    ['CN', 'TQ', 'Trung Quốc', 'CHND Trung Hoa', 'P.R. China', 'PRC', 'china'],
    ['GB', 'UK', 'U.K.', 'Anh', 'Vương quốc Anh', 'gb'],
    ['US', 'Mỹ', 'MỸ', 'Hoa Kỳ', 'USA', 'us'],
    ['KR', 'HQ', 'Hàn Quốc', 'Korea'],
    ['JP', 'NB', 'Nhật', 'Japan', ' jp '],
    ['MY', 'Malaysia', 'Ma-lai-xi-a'],
    ['TW', 'Đài Loan', 'TW'],
  ])('is %s', (code, ...words) => {
    expect(words.map((word) => countryCode(word) ?? word)).toEqual(words.map(() => code));
  });

  it.each([
    ['EU', 'bad_country'],
    ['XX', 'bad_country'],
    ['Nước lạ', 'bad_country'],
    ['MY', 'unsure_country'],
    ['my', 'unsure_country'],
  ])('%s is none for sure, and its fault says what to do: %s', (written, code) => {
    expect(countryCode(written)).toBeUndefined();
    expect(valueFault(countryEntry(written), { kind: 'country' })).toEqual({ code });
  });

  it('has a name only where it is one, and unions are not offered', () => {
    expect([countryName('JP', 'vi'), countryName('TQ', 'vi')]).toEqual(['Nhật Bản', 'TQ']);
    expect(countriesIn('vi').filter(({ value }) => ['EU', 'XK', 'UK'].includes(value))).toEqual([]);
    expect(valueFault('MY', { kind: 'country' })).toBeNull();
  });
});
