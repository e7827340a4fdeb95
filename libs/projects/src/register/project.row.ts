import { type NewProject } from '#contracts';

/** Columns of what people enter, in the order of `NewProject`. */
export const PARTICULARS: Record<keyof NewProject, string> = {
  name: 'name',
  investorName: 'investor_name',
  investorTaxCode: 'investor_tax_code',
  projectAuthority: 'project_authority',
  agencyName: 'agency_name',
  sectorVsic: 'sector_vsic',
  capitalVnd: 'capital_vnd',
  capitalOrigin: 'capital_origin',
  investorCountry: 'investor_country',
  communeCode: 'commune_code',
  projectGroup: 'project_group',
  registeredOn: 'registered_on',
  policyDecidedOn: 'policy_decided_on',
  certificateNumber: 'certificate_number',
  certificateOn: 'certificate_on',
  sourceText: 'source_text',
};
