import { describe, expect, test } from '@jest/globals';
import { beginningOf, choiceFault, choiceFor, previewOf } from './mapping.js';

const column = (letter: string, field: string | null) => ({
  ...{ column: letter, heading: letter, field, label: field, score: 1, repeated: false },
});
const sheet = (changes: object = {}) =>
  ({
    ...{
      name: 'Danh sách',
      hidden: false,
      rows: 9,
      headerRow: 3,
      unit: 'billion_vnd',
      saved: null,
      sample: [],
    },
    columns: [column('A', null), column('B', 'name'), column('C', 'investorName'), column('D', 'capitalVnd')],
    ...changes,
  }) as unknown as Parameters<typeof choiceFor>[0];

describe('how a list is to be read', () => {
  test('begins with what is proposed, or with what was chosen for such a list before', () => {
    expect(choiceFor(sheet())).toEqual({
      ...{ sheet: 'Danh sách', headerRow: 3, unit: 'billion_vnd', decimal: '' },
      mapping: { name: 'B', investorName: 'C', capitalVnd: 'D' },
    });
    const saved = { mapping: { name: 'C', investorName: 'B' }, units: { capital: null, decimal: 'dot' } };
    expect(choiceFor(sheet({ saved, unit: 'other_currency' }))).toMatchObject({
      ...{ mapping: saved.mapping, unit: '', decimal: 'dot' },
    });
  });
  test('passes over hidden and empty sheets, and comes back to the last preview', () => {
    const sheets = [sheet({ name: 'Ẩn', hidden: true }), sheet({ name: 'Trống', rows: 0 }), sheet()];
    expect(beginningOf({ sheets, settings: null } as never)?.sheet).toBe('Danh sách');
    const settings = { sheet: 'Ẩn', headerRow: 7, mapping: { name: 'A' }, units: {} };
    expect(beginningOf({ sheets, settings } as never)).toMatchObject({ sheet: 'Ẩn', headerRow: 7 });
    expect(beginningOf({ sheets: [], settings: null } as never)).toBeNull();
  });
  test('says what keeps it from being read, and leaves out what was not chosen', () => {
    const choice = choiceFor(sheet());
    expect(choiceFault(choice)).toBeNull();
    expect(choiceFault({ ...choice, headerRow: 0 })).toBe('headerRowMissing');
    expect(choiceFault({ ...choice, unit: '' })).toBe('unitMissing');
    expect(choiceFault({ ...choice, mapping: { ...choice.mapping, sourceText: 'B' } })).toBe('twice');
    expect(choiceFault({ ...choice, mapping: { name: 'B' } })).toBe('columnsMissing');
    expect(previewOf({ ...choice, mapping: { ...choice.mapping, capitalVnd: '' }, unit: '' })).toEqual({
      ...{ sheet: 'Danh sách', headerRow: 3, mapping: { name: 'B', investorName: 'C' }, units: {} },
    });
  });
});
