import { expect, test } from '@jest/globals';
import { IMPORT_FILE_BYTES } from '#contracts';
import { listFileFault } from './list-file.js';

test('a list is sent when it can be one, and what cannot is told before', () => {
  expect(listFileFault({ name: 'Danh mục.XLSX', size: 10 })).toBeNull();
  expect(listFileFault({ name: 'a.csv', size: IMPORT_FILE_BYTES })).toBeNull();
  expect(listFileFault({ name: 'a.csv', size: IMPORT_FILE_BYTES + 1 })).toBe('tooLarge');
  expect(listFileFault({ name: 'a.csv', size: 0 })).toBe('zero');
  expect(listFileFault({ name: 'a.xls', size: 5 })).toBe('oldExcel');
  expect(listFileFault({ name: 'a.pdf', size: 5 })).toBe('wrongType');
});
