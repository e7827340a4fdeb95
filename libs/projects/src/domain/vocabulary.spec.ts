import { describe, expect, it } from '@jest/globals';
import { readCapitalOrigin, readProjectAuthority, readProjectGroup } from './vocabulary.js';

describe('words of lists', () => {
  it.each([
    ['Chủ tịch UBND tỉnh', 'province_chair'],
    ['UBND  TỈNH', 'province_chair'],
    ['Thủ tướng Chính phủ', 'prime_minister'],
    ['Quốc hội', 'national_assembly'],
    ['BQL KKT', 'zone_board'],
    ['zone_board', 'zone_board'],
    ['Sở Tài chính', 'agency_head'],
    ['Chủ tịch nước', null],
    ['', null],
  ])('%s decides as %s', (text, code) => expect(readProjectAuthority(text)).toBe(code));

  it.each([
    ['FDI', 'fdi'],
    ['Vốn đầu tư nước ngoài', 'fdi'],
    ['Ngoài ngân sách', 'domestic_private'],
    ['Vốn nhà nước', 'state'],
    ['domestic_private', 'domestic_private'],
    ['khác', null],
  ])('%s is capital of %s', (text, code) => expect(readCapitalOrigin(text)).toBe(code));

  it.each([
    ['b', 'B'],
    ['Nhóm C', 'C'],
    ['D', null],
  ])('%s is group %s', (text, code) => expect(readProjectGroup(text)).toBe(code));
});
