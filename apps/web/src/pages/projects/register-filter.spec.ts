import { describe, expect, test } from '@jest/globals';
import {
  conditionsSet,
  queryOf,
  readFilter,
  withoutConditions,
  withYear,
  writeFilter,
  yearOf,
} from './register-filter.js';

const read = (search: string) => readFilter(new URLSearchParams(search));

describe('the filter of the register in the address', () => {
  test('an address without anything is the whole register, the newest first', () => {
    expect(queryOf(read(''))).toEqual({ sort: '-registeredOn' });
  });
  test('a query that a figure carries is read and written again as it was', () => {
    const search =
      'standing=missed&standing=none&division=23&dateBasis=decided&from=2026-01-01&to=2026-03-31';
    expect(writeFilter(read(search)).toString()).toBe(search);
    expect(conditionsSet(read(search))).toEqual(['standing', 'division', 'from', 'to']);
  });
  test('words that nobody knows are passed over', () => {
    expect(queryOf(read('standing=happy&late=yes&colour=red&sort=colour'))).toEqual({
      sort: '-registeredOn',
    });
  });
  test('a year is a period, and taken away like one', () => {
    const filter = withYear(read('sort=name'), '2026');
    expect([yearOf(filter), yearOf(read('from=2026-01-01&to=2026-06-30')), yearOf(read(''))]).toEqual([
      ...['2026', '', ''],
    ]);
    expect(writeFilter(withoutConditions(filter, 'from', 'to')).toString()).toBe('sort=name');
  });
});
