import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawn } from '../../../../../../test/support/seed.js';
import { type CellValue } from '../table/table.types.js';
import { cleanText, textFault } from './clean-text.js';
import { type AmountReading, readAmount, unitIn } from './read-amount.js';
import { readCommune, readCountry, readSector, readTaxCode } from './read-code.js';
import { monthFirstSeen, readDay } from './read-day.js';

const text = (written: string): CellValue => ({ kind: 'text', text: written });
const number = (value: number): CellValue => ({ kind: 'number', number: value });

describe('days', () => {
  const day = (value: CellValue | string, reading = {}) =>
    readDay(typeof value === 'string' ? text(value) : value, {
      since1904: false,
      monthFirstSeen: false,
      ...reading,
    });

  it.each([
    ['15/07/2026', '2026-07-15'],
    ['5/7/2026', '2026-07-05'],
    ['05-07-2026', '2026-07-05'],
    ['5.7.2026', '2026-07-05'],
    [' ngày 05/07/2026 ', '2026-07-05'],
    ['2026-07-05', '2026-07-05'],
    ['2026-07-05 00:00:00', '2026-07-05'],
    ['2026-07-05T00:00:00.000Z', '2026-07-05'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %j', (written, expected) => {
    expect(day(written)).toEqual({ day: expected });
  });

  it.each([
    ['29/02/2025', 'date_impossible'],
    ['31/04/2026', 'date_impossible'],
    ['12/25/2025', 'date_impossible'],
    ['0/1/2026', 'date_impossible'],
    ['5/7/26', 'date_two_digit_year'],
    ['2026', 'date_incomplete'],
    ['07/2026', 'date_incomplete'],
    ['tháng 7/2026', 'date_incomplete'],
    ['Quý II/2026', 'date_incomplete'],
    ['2026-07-05 16:30', 'date_not_readable'],
    ['45123', 'date_not_readable'],
    ['đang chờ', 'date_not_readable'],
    ['5/7/2026 và 6/7/2026', 'date_not_readable'],
  ])('does not guess %j: %s', (written, fault) => {
    expect(day(written)).toEqual({ fault });
  });

  it('reads day numbers of a spreadsheet, by its first day, and never a year as one', () => {
    expect(day(number(45123))).toEqual({ day: '2023-07-16' });
    expect(day(number(43661), { since1904: true })).toEqual({ day: '2023-07-16' });
    expect(day(number(2026))).toEqual({ fault: 'date_incomplete' });
    expect(day(number(20260705))).toEqual({ fault: 'date_not_readable' });
    expect(day({ kind: 'boolean', truth: true })).toEqual({ fault: 'date_not_readable' });
    expect(day({ kind: 'date', date: null })).toEqual({ fault: 'date_impossible' });
  });

  it('trusts no text of a column in which the month stands first somewhere', () => {
    expect(monthFirstSeen([text('03/04/2025'), text('12/25/2025')])).toBe(true);
    expect(monthFirstSeen([text('03/04/2025'), text('25/12/2025'), text('13/32/2025'), number(5)])).toBe(
      false,
    );
    const uncertain = { monthFirstSeen: true };
    expect(day('03/04/2025', uncertain)).toEqual({ fault: 'date_order_uncertain' });
    expect(day('25/12/2025', uncertain)).toEqual({ day: '2025-12-25' });
    expect(day('04/04/2025', uncertain)).toEqual({ day: '2025-04-04' });
    expect(day('2025-04-03', uncertain)).toEqual({ day: '2025-04-03' });
  });

  it('reads back every day of two centuries as Vietnam writes it', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (instant) => {
        const iso = instant.toISOString().slice(0, 10);
        const [year, month, date] = iso.split('-').map(Number);
        expect(day(`${date}/${month}/${year}`)).toEqual({ day: iso });
      }),
      drawn(),
    );
  });
});

describe('amounts', () => {
  const amount = (value: CellValue | string, reading: Partial<AmountReading> = {}) =>
    readAmount(typeof value === 'string' ? text(value) : value, { unit: 'vnd', decimal: null, ...reading });

  it.each([
    ['1234567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1\u00a0234\u00a0567,4', 1_234_567],
    ['1.234.567,5', 1_234_568],
    ['1,234,567.5', 1_234_568],
    ['0,5 tỷ đồng', 500_000_000],
    ['1.200,5 tỷ', 1_200_500_000_000],
    ['850 triệu đồng', 850_000_000],
    ['12 nghìn', 12_000],
    ['99 đ', 99],
    ['5.000 VNĐ', 'amount_ambiguous'],
    ['1.234', 'amount_ambiguous'],
    ['12,345', 'amount_ambiguous'],
    ['1234,567', 1235],
    ['0,123', 0],
    ['1.23.456', 'amount_not_readable'],
    ['1 23', 'amount_not_readable'],
    ['12 triệu USD', 'amount_other_currency'],
    ['$12', 'amount_other_currency'],
    ['USD 12', 'amount_other_currency'],
    ['12 €', 'amount_other_currency'],
    ['-5', 'amount_negative'],
    ['99999999999999999', 'amount_too_large'],
    ['khoảng 5 tỷ', 'amount_not_readable'],
    ['5-7 tỷ', 'amount_not_readable'],
    ['', 'amount_not_readable'],
  ])('reads %j as %j', (written, expected) => {
    expect(amount(written)).toEqual(
      typeof expected === 'number' ? { amount: expected } : { fault: expected },
    );
  });

  it('takes numbers of a spreadsheet in the unit of their column, whole đồng', () => {
    expect(amount(number(1.1), { unit: 'billion_vnd' })).toEqual({ amount: 1_100_000_000 });
    expect(amount(number(0.1 + 0.2), { unit: 'billion_vnd' })).toEqual({ amount: 300_000_000 });
    expect(amount(number(1250), { unit: 'million_vnd' })).toEqual({ amount: 1_250_000_000 });
    expect(amount(number(-1))).toEqual({ fault: 'amount_negative' });
    expect(amount({ kind: 'boolean', truth: true })).toEqual({ fault: 'amount_not_readable' });
  });

  it('asks the person what 1.234 means, and then knows', () => {
    expect(amount('1.234', { unit: 'billion_vnd', decimal: 'comma' })).toEqual({ amount: 1_234_000_000_000 });
    expect(amount('1.234', { unit: 'billion_vnd', decimal: 'dot' })).toEqual({ amount: 1_234_000_000 });
    expect(amount('1,234', { unit: 'billion_vnd', decimal: 'comma' })).toEqual({ amount: 1_234_000_000 });
  });

  it.each([
    ['tỷ đồng', 'billion_vnd'],
    ['ĐVT: triệu đồng', 'million_vnd'],
    ['nghìn đồng', 'thousand_vnd'],
    ['VNĐ', 'vnd'],
    ['đồng', 'vnd'],
    ['triệu USD', 'other_currency'],
    ['tr.USD', 'other_currency'],
    ['Công trình', null],
  ])('finds the unit of %j: %s', (heading, unit) => {
    expect(unitIn(heading)).toBe(unit);
  });
});

describe('texts', () => {
  it('drops what cannot be seen, composes accents and folds blanks', () => {
    expect(cleanText('\ufeff Xi\u200b ma\u0306ng\u202e \n  Đá \u00a0Bạc ')).toBe('Xi măng Đá Bạc');
  });

  it.each([
    ['Công ty CP Xi măng', null],
    ['Müller & Söhne GmbH', null],
    ['Société « Hạ Long »', null],
    ['Máy đo 5 µm', null],
    ['C«ng ty', 'text_garbled'],
    ['dù ¸n', 'text_garbled'],
    ['Dá»± Ã¡n', 'text_garbled'],
    ['m\ufffdng', 'text_garbled'],
    ['a\u0001b', 'control_characters'],
    ['a\ue000b', 'control_characters'],
  ])('judges %j: %s', (written, fault) => {
    expect(textFault(cleanText(written))).toBe(fault);
  });
});

describe('codes', () => {
  it.each([
    [text('5700100256'), { value: '5700100256' }],
    [text('0100100079 - 001'), { value: '0100100079-001' }],
    [text('0100100079001'), { value: '0100100079-001' }],
    [text('MST: 5700100256'), { value: '5700100256' }],
    [number(5700100256), { value: '5700100256' }],
    [number(100100079), { fault: 'zero_lost' }],
    [text('57001002'), { fault: 'tax_code_not_readable' }],
    [text('không có'), { fault: 'tax_code_not_readable' }],
  ])('reads the tax code %j', (value, expected) => {
    expect(
      readTaxCode(value, value.kind === 'text' ? cleanText(value.text) : String(Object.values(value)[1])),
    ).toEqual(expected);
  });

  it('reads sectors, communes and countries', () => {
    expect(readSector(text(''), 'c2394 - Sản xuất xi măng')).toEqual({ value: 'C2394' });
    expect(readSector(text(''), 'C')).toEqual({ value: 'C' });
    expect(readSector(number(2394), '2394')).toEqual({ value: '2394' });
    expect(readSector(number(111), '111')).toEqual({ fault: 'zero_lost' });
    expect(readSector(text(''), 'Công nghiệp')).toEqual({ fault: 'sector_not_readable' });
    expect(readCommune(number(6649), '6649')).toEqual({ value: '06649' });
    expect(readCommune(text(''), '06649 (Hồng Gai)')).toEqual({ value: '06649' });
    expect(readCommune(text(''), 'Hồng Gai')).toEqual({ fault: 'commune_not_readable' });
    expect(readCountry(text(''), 'Hàn Quốc')).toEqual({ value: 'KR' });
    expect(readCountry(text(''), 'japan')).toEqual({ value: 'JP' });
    expect(readCountry(text(''), 'vn')).toEqual({ value: 'VN' });
    expect(readCountry(text(''), 'Mỹ')).toEqual({ value: 'US' });
    expect(readCountry(text(''), 'ZZ')).toEqual({ fault: 'word_unknown' });
    expect(readCountry(text(''), 'Atlantis')).toEqual({ fault: 'word_unknown' });
  });
});
