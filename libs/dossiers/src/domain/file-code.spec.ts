import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { fileCodeOf } from './file-code.js';

describe('fileCodeOf', () => {
  const day = civilDate('2026-11-23');

  it('fills unit, day and number', () => {
    expect(fileCodeOf('H49.{unit}-{yymmdd}-{nnnn}', '11', day, 7)).toBe('H49.11-261123-0007');
  });

  it('lets the number grow beyond its digits instead of repeating one', () => {
    expect(fileCodeOf('{yy}-{nn}', '11', day, 123)).toBe('26-123');
  });

  it('refuses a template without a running number', () => {
    expect(() => fileCodeOf('H49.{unit}', '11', day, 1)).toThrow('file_code_template_invalid');
  });
});
