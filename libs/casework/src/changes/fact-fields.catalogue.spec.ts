import { FACT_FIELDS } from '#screening';
import { FACT_NAMES, factName } from './fact-fields.catalogue.js';

describe('names of facts', () => {
  test.each([...new Set(Object.values(FACT_FIELDS).flat())].filter((field) => field !== 'id'))(
    '%s has one in both languages',
    (field) => {
      expect(FACT_NAMES[field]?.vi).toBeTruthy();
      expect(FACT_NAMES[field]?.en).not.toBe(FACT_NAMES[field]?.vi);
    },
  );

  test('a field without a name is shown as it stands', () => {
    expect(factName('colour')).toEqual({ vi: 'colour', en: 'colour' });
  });
});
