import { describe, expect, test } from '@jest/globals';
import { i18n } from '../i18n/language.js';
import {
  daysBetween,
  formatDate,
  formatInstant,
  formatNumber,
  formatSize,
  isDay,
  todayHere,
} from './format.js';

describe('how values are written', () => {
  test('a civil date is written as dd/MM/yyyy and never moved by a time zone', () => {
    expect(formatDate('2026-01-02')).toBe('02/01/2026');
    expect([formatDate(null), formatDate(''), formatDate('soon')]).toEqual(['', '', '']);
  });
  test('an instant is written in the time of Viet Nam', () => {
    expect(formatInstant('2026-12-31T17:05:00.000Z')).toBe('01/01/2027 00:05');
  });
  test('numbers and sizes have a comma for decimals', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect([formatSize(999), formatSize(1500), formatSize(2_340_000)]).toEqual(['999 B', '1,5 kB', '2,3 MB']);
  });
  test('numbers are written in the way of the language that is read', () => {
    i18n.language = 'en';
    expect([formatNumber(1234.5), formatSize(1500)]).toEqual(['1,234.5', '1.5 kB']);
    i18n.language = 'vi';
    expect(formatNumber(1234.5)).toBe('1.234,5');
  });
  test('days between two civil dates, over a month and backwards', () => {
    expect([daysBetween('2026-02-27', '2026-03-02'), daysBetween('2026-03-02', '2026-03-01')]).toEqual([
      3, -1,
    ]);
  });
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2026-99-99', false],
    ['28/02/2026', false],
    ['', false],
  ])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is));
  test('today is a civil date', () => {
    expect(todayHere()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
