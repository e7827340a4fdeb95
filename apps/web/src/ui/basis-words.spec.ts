import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { remarks } from '../i18n/en/remarks.js';
import { REMARK, withRemarks } from './basis-words.js';

/** The remarks that stand beside articles in the packs. */
function remarksOfPacks(): string[] {
  const files = execFileSync('git', ['ls-files', 'libs/law/packs/*.yaml'], { encoding: 'utf8' });
  const bases = files
    .trim()
    .split('\n')
    .flatMap((file) => readFileSync(file, 'utf8').match(/[bB]asis: *('[^']*'|[^'\n,}]+)/g) ?? []);
  return [...new Set(bases.flatMap((basis) => basis.match(REMARK) ?? []))];
}

test('a remark is said in English, the instrument as it is called; an unknown remark stays', () => {
  expect(withRemarks('Thông tư 03/2016/TT-BKHCN, Điều 8 khoản 5 (mẫu tham khảo)', remarks)).toBe(
    'Thông tư 03/2016/TT-BKHCN, Điều 8 khoản 5 (model for reference)',
  );
  expect(withRemarks('Quy ước nội bộ (không bắt buộc theo luật)', remarks)).toBe(
    'Rule of the house (not required by law)',
  );
  expect(withRemarks('Điều 1 (lạ)', remarks)).toBe('Điều 1 (lạ)');
});

test('each remark of the packs has its English', () => {
  const found = remarksOfPacks();
  expect(found.length).toBeGreaterThan(30);
  expect(found.filter((remark) => remarks[remark] === undefined)).toEqual([]);
});
