import { type NewProject } from '#contracts';

/** What a column of a list can be; the words are those of `NewProject`. */
export const IMPORT_FIELDS = [
  'name',
  'investorName',
  'investorTaxCode',
  'projectAuthority',
  'agencyName',
  'sectorVsic',
  'capitalVnd',
  'capitalOrigin',
  'investorCountry',
  'communeCode',
  'projectGroup',
  'registeredOn',
  'policyDecidedOn',
  'certificateNumber',
  'certificateOn',
  'sourceText',
] as const satisfies readonly (keyof NewProject)[];
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Without these there is no project to speak of. */
export const REQUIRED_FIELDS = ['name', 'investorName'] as const satisfies readonly ImportField[];
export const DAY_FIELDS = [
  'registeredOn',
  'policyDecidedOn',
  'certificateOn',
] as const satisfies readonly ImportField[];
