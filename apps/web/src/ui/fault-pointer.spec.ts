import { describe, expect, test } from '@jest/globals';
import { fieldByName, wordOf } from './fault-pointer.js';

const FIELDS: Record<string, { label: string; id: string | null }> = {
  taxCode: { label: 'Mã số thuế', id: 'tax' },
  items: { label: 'Nội dung', id: 'items' },
  what: { label: 'Yêu cầu', id: null },
};
const fieldOf = fieldByName((name) => FIELDS[name] ?? null);

describe('the field that a refusal speaks of', () => {
  test.each([
    ['/taxCode', { label: 'Mã số thuế', id: 'tax' }],
    ['/payload/taxCode', { label: 'Mã số thuế', id: 'tax' }],
    ['/payload/items/1', { label: 'Nội dung 2', id: 'items' }],
    ['/payload/items/0/what', { label: 'Nội dung 1 – Yêu cầu', id: 'items' }],
    ['/payload/what', { label: 'Yêu cầu', id: null }],
    ['/nobody/knows', null],
    ['', null],
  ])('%s', (pointer, field) => expect(fieldOf(pointer)).toEqual(field));

  test.each([
    ['/facts/plannedArrivalYear', 'planned arrival year'],
    ['/members/2', 'members 3'],
    ['/members/2/userId', 'user id'],
    ['/headers/if~1match', 'if/match'],
    ['', ''],
  ])('%s without a form that names it is "%s"', (pointer, word) => expect(wordOf(pointer)).toBe(word));
});
