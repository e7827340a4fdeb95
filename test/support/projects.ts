import { type NewProject } from '#contracts';

/** A project of which nothing but name and investor is known, with changes. */
export const project = (changes: Partial<NewProject> = {}): NewProject => ({
  name: 'Nhà máy gạch không nung Hồng Lam',
  investorName: 'Công ty Cổ phần Gạch Hồng Lam',
  investorTaxCode: null,
  projectAuthority: null,
  agencyName: null,
  sectorVsic: null,
  capitalVnd: null,
  capitalOrigin: null,
  investorCountry: null,
  communeCode: null,
  projectGroup: null,
  registeredOn: null,
  policyDecidedOn: null,
  certificateNumber: null,
  certificateOn: null,
  sourceText: null,
  ...changes,
});
