import { describe, expect, it } from '@jest/globals';
import { foldForSearch } from './search-text.js';

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
