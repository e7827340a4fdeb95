import { describe, expect, it } from '@jest/globals';
import { foldForSearch, holdsTrigram, searchTextOf } from './search-text.js';

describe('foldForSearch', () => {
  it.each([
    ['Đông Triều', 'dong trieu'],
    ['  Gạch   ỐP LÁT ', 'gach op lat'],
    ['dệt nhuộm', 'det nhuom'],
    ['ĐẶC KHU Vân Đồn', 'dac khu van don'],
  ])('folds %s', (text, folded) => expect(foldForSearch(text)).toBe(folded));

  it('gives the same for composed and decomposed letters', () => {
    expect(foldForSearch('ưỡng'.normalize('NFD'))).toBe(foldForSearch('ưỡng'.normalize('NFC')));
  });
});

describe('searchTextOf', () => {
  it('holds name, file code and incoming number, folded', () => {
    expect(searchTextOf('Nhà máy Gốm', 'H49.11-260715-0001', '12/CV-ĐT')).toBe(
      'nha may gom h49.11-260715-0001 12/cv-dt',
    );
    expect(searchTextOf('  Gốm ', null, null)).toBe('gom');
  });

  it('holds all of the longest Vietnamese, Cyrillic or Chinese name', () => {
    for (const letter of ['Ữ', 'ж', '厂']) {
      const name = letter.repeat(500);
      expect(searchTextOf(name, 'H49', null)).toBe(`${foldForSearch(name)} h49`);
    }
  });

  it('fits into a row of an index whatever the name, and still holds the file code', () => {
    const [name, number] = ['힣'.repeat(500), '힣'.repeat(100)];
    const text = searchTextOf(name, 'H49.11-260715-0001', number);
    expect(Buffer.byteLength(text)).toBeLessThan(2300);
    expect(text).toContain(' h49.11-260715-0001 ');
    expect(text.startsWith(foldForSearch('힣힣힣'))).toBe(true);
    expect(text).not.toContain('\ufffd');
  });
});

describe('holdsTrigram', () => {
  it.each([
    ['gom', true],
    ['Gốm', true],
    ['a gốm', true],
    ['12/345', true],
    ['', false],
    ['xi', false],
    ['xi bê', false],
    ['1.2.3', false],
    ['___', false],
  ])('%j: %s', (text, holds) => expect(holdsTrigram(text)).toBe(holds));
});
