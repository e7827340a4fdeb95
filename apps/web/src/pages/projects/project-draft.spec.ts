import { describe, expect, test } from '@jest/globals';
import {
  bodyOf,
  changesOf,
  clashesOf,
  draftOf,
  EMPTY_DRAFT,
  gapsOf,
  mergedDraft,
  PROJECT_FIELDS,
  type ProjectDraft,
} from './project-draft.js';

const draft = (changes: Partial<ProjectDraft> = {}): ProjectDraft => ({
  ...EMPTY_DRAFT,
  name: 'Nhà máy gạch',
  investorName: 'Công ty Gạch',
  ...changes,
});

describe('the form of a project', () => {
  test('shows what is known and sends what changed, unknown as null', () => {
    const known = Object.fromEntries(PROJECT_FIELDS.map((field) => [field, null])) as never;
    const read = draftOf({ ...(known as object), name: 'Nhà máy', capitalVnd: 1.25e12 } as never);
    expect([read.capitalVnd, read.agencyName]).toEqual(['1.250.000.000.000', '']);
    expect(changesOf(read, { ...read, capitalVnd: '', agencyName: ' Sở Tài chính ' })).toEqual({
      capitalVnd: null,
      agencyName: 'Sở Tài chính',
    });
  });
  test('sends of a new project what is known of it', () => {
    expect(bodyOf(draft({ capitalVnd: '120.500.000.000' }))).toEqual({
      ...{ name: 'Nhà máy gạch', investorName: 'Công ty Gạch', capitalVnd: 120_500_000_000 },
    });
  });
  test('knows what is missing and what is no number', () => {
    expect(gapsOf({ ...EMPTY_DRAFT, name: ' ', capitalVnd: 'mười tỷ' })).toEqual({
      ...{ name: 'missing', investorName: 'missing', capitalVnd: 'notNumber' },
    });
  });
  test('asks about what two people changed differently, and takes the rest of both', () => {
    const base = draft({ sectorVsic: 'C2395' });
    const mine = { ...base, name: 'Nhà máy gạch 1', sectorVsic: 'C2394', communeCode: '06733' };
    const theirs = { ...base, name: 'Nhà máy gạch 2', sectorVsic: 'C2394', agencyName: 'Ban Quản lý' };
    expect(clashesOf(base, mine, theirs)).toEqual(['name']);
    expect(mergedDraft(base, mine, theirs, ['name'])).toEqual({ ...theirs, communeCode: '06733' });
    expect(mergedDraft(base, mine, theirs).name).toBe('Nhà máy gạch 1');
  });
});
