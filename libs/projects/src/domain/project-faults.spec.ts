import { describe, expect, it } from '@jest/globals';
import { type NewProject } from '#contracts';
import { civilDate } from '#kernel';
import { projectFaults } from './project-faults.js';

const TODAY = civilDate('2026-07-15');
const GOOD: NewProject = {
  name: 'Nhà máy gạch',
  investorName: 'Công ty Cổ phần Gốm',
  investorTaxCode: '5709900033-001',
  projectAuthority: 'province_chair',
  agencyName: 'Sở Tài chính',
  sectorVsic: 'C2392',
  capitalVnd: 310_000_000_000,
  capitalOrigin: 'domestic_private',
  investorCountry: 'VN',
  communeCode: '06733',
  projectGroup: 'B',
  registeredOn: '2026-01-05',
  policyDecidedOn: null,
  certificateNumber: '57/GCN',
  certificateOn: '2026-07-15',
  sourceText: null,
};

describe('projectFaults', () => {
  it('finds nothing wrong with what is right, nor with what is unknown', () => {
    const unknown = Object.fromEntries(Object.keys(GOOD).map((field) => [field, null]));
    const least = { ...unknown, name: GOOD.name, investorName: GOOD.investorName } as NewProject;
    expect(projectFaults(GOOD, TODAY)).toEqual([]);
    expect(projectFaults(least, TODAY)).toEqual([]);
  });

  it.each<[Partial<NewProject>, string, string]>([
    [{ name: '  ' }, '/name', 'required'],
    [{ name: 'ab' }, '/name', 'min_length'],
    [{ name: 'a'.repeat(501) }, '/name', 'max_length'],
    [{ investorName: '' }, '/investorName', 'required'],
    [{ investorTaxCode: '123' }, '/investorTaxCode', 'matches'],
    [{ sectorVsic: 'Z1' }, '/sectorVsic', 'matches'],
    [{ capitalVnd: -1 }, '/capitalVnd', 'min'],
    [{ capitalVnd: 1.5 }, '/capitalVnd', 'is_int'],
    [{ capitalVnd: Number.NaN }, '/capitalVnd', 'is_int'],
    [{ capitalVnd: 2e15 }, '/capitalVnd', 'max'],
    [{ capitalOrigin: 'bank' as 'fdi' }, '/capitalOrigin', 'is_in'],
    [{ projectAuthority: 'king' as 'zone_board' }, '/projectAuthority', 'is_in'],
    [{ projectGroup: 'D' as 'A' }, '/projectGroup', 'is_in'],
    [{ investorCountry: 'Việt Nam' }, '/investorCountry', 'matches'],
    [{ communeCode: '673' }, '/communeCode', 'matches'],
    [{ registeredOn: '2026-02-30' }, '/registeredOn', 'is_civil_date'],
    [{ registeredOn: '2026-07-16' }, '/registeredOn', 'in_future'],
    [{ policyDecidedOn: '1900-01-01' }, '/policyDecidedOn', 'too_early'],
    [{ certificateOn: null }, '/certificateOn', 'required'],
  ])('%j', (change, pointer, code) =>
    expect(projectFaults({ ...GOOD, ...change }, TODAY)).toEqual([{ pointer, code }]),
  );
});
