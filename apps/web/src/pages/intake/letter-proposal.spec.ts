import { describe, expect, test } from '@jest/globals';
import { type PdfLine } from '../../ui/pdf/pdf.types.js';
import { type LetterProposal, proposalOf, type Read } from './letter-proposal.js';

/** Rows from the top: one text, or those of the left and of the right column. */
const letter = (...rows: (string | [string, string])[]): PdfLine[] =>
  rows.flatMap((row, index) => {
    const at = (text: string, x: number, width: number): PdfLine[] =>
      text === '' ? [] : [{ text, page: 1, box: { x, y: 0.05 + index * 0.02, width, height: 0.015 } }];
    return typeof row === 'string' ? at(row, 0.12, 0.76) : [...at(row[0], 0.1, 0.3), ...at(row[1], 0.5, 0.4)];
  });
const said = (proposal: LetterProposal) =>
  Object.fromEntries(
    Object.entries(proposal as unknown as Record<string, Read | null>).map(([name, read]) => [
      name,
      read?.value ?? null,
    ]),
  );

const FINANCE = letter(
  ['UBND TỈNH MINH GIANG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['SỞ TÀI CHÍNH', 'Độc lập - Tự do - Hạnh phúc'],
  ['Số: 1234/STC-TĐ', 'Minh Giang, ngày 05 tháng 11 năm 2026'],
  ['V/v lấy ý kiến về công nghệ', ''],
  ['của dự án đầu tư', ''],
  'Kính gửi: Sở Khoa học và Công nghệ tỉnh Minh Giang',
  'Sở Tài chính nhận được hồ sơ dự án “Nhà máy gốm',
  'Hồng Lam” của Công ty Cổ phần Gốm Xây dựng Hồng Lam (mã số thuế: 5709900033),',
  'kèm Công văn số 99/UBND-KT ngày 01 tháng 10 năm 2026.',
);

describe('what an official letter says of itself', () => {
  test('head in two columns, name over the end of a line, and no number or day of another letter', () => {
    expect(said(proposalOf(FINANCE))).toEqual({
      number: '1234/STC-TĐ',
      on: '2026-11-05',
      sender: 'SỞ TÀI CHÍNH',
      subject: 'lấy ý kiến về công nghệ của dự án đầu tư',
      projectName: 'Nhà máy gốm Hồng Lam',
      taxCode: '5709900033',
    });
  });
  test('accents beside their letters are read alike', () => {
    const apart = FINANCE.map((line) => ({ ...line, text: line.text.normalize('NFD') }));
    expect(said(proposalOf(apart))).toEqual(said(proposalOf(FINANCE)));
  });
  test('each value knows its place', () => {
    const { number, projectName, sender } = proposalOf(FINANCE);
    expect([number?.mark.page, number?.mark.box.x, sender?.mark.box.y]).toEqual([1, 0.1, 0.07]);
    expect(projectName?.mark.box.y).toBeCloseTo(0.17);
  });
  test.each([
    ['Số: 123/UBND-KT', '123/UBND-KT'],
    ['Số : 45 / BC - BQLKKT', '45/BC-BQLKKT'],
    ['Số 12/2026/QĐ-UBND', '12/2026/QĐ-UBND'],
    ['SỐ: 07/CV-GHL', '07/CV-GHL'],
    ['Số:        /UBND-KT', null],
    ['Số điện thoại: 0203 123', null],
  ])('%s is the number %s', (text, number) => {
    expect(proposalOf(letter([text, ''])).number?.value ?? null).toBe(number);
  });
  test.each([
    ['Hà Nội, ngày 5 tháng 1 năm 2026', '2026-01-05'],
    ['NGÀY 05 THÁNG 11 NĂM 2026', '2026-11-05'],
    ['ngày 31 tháng 02 năm 2026', null],
    ['ngày     tháng 11 năm 2026', null],
    ['Ngày ký: 05/11/2026 10:00', null],
  ])('%s is the day %s', (text, day) => {
    expect(proposalOf(letter(['', text])).on?.value ?? null).toBe(day);
  });
  test('the sender may take two lines, be a company, or be missing', () => {
    const from = (...names: string[]) =>
      proposalOf(letter(...names.map((name): [string, string] => [name, '']), ['Số: 1/CV-X', ''])).sender
        ?.value;
    expect(from('UBND TỈNH MINH GIANG', 'BAN QUẢN LÝ', 'KHU KINH TẾ')).toBe('BAN QUẢN LÝ KHU KINH TẾ');
    expect(from('CÔNG TY CỔ PHẦN', 'GỐM HỒNG LAM')).toBe('CÔNG TY CỔ PHẦN GỐM HỒNG LAM');
    expect(from('ỦY BAN NHÂN DÂN', 'TỈNH MINH GIANG')).toBe('ỦY BAN NHÂN DÂN TỈNH MINH GIANG');
    expect(from()).toBeUndefined();
  });
  test('two different names or tax codes are none: nothing is guessed', () => {
    const two = letter('Dự án "Nhà máy A" và dự án "Nhà máy B"', 'MST: 5709900011', 'MST: 5709900022');
    expect(said(proposalOf(two))).toMatchObject({ projectName: null, taxCode: null });
    const twice = letter('Tên dự án: Nhà máy A.', 'dự án "Nhà máy A"', 'mã số thuế 5709900011-001');
    expect(said(proposalOf(twice))).toMatchObject({ projectName: 'Nhà máy A', taxCode: '5709900011-001' });
  });
  test('a picture without text says nothing', () => {
    expect(Object.values(said(proposalOf([]))).every((value) => value === null)).toBe(true);
  });
});
