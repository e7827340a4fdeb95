import { type OrganisationKind } from '../../admin/admin.query.js';
import { bareText } from '../../../format/bare-text.js';
import { isTaxCode } from '../../../format/tax-code.js';

/** An organisation as it is being entered; nobody has said its kind yet while that is empty. */
export interface OrganisationEntry {
  name: string;
  kind: OrganisationKind | '';
  taxCode: string;
  address: string;
}
/** Kinds that send a letter or have a project; the department is the authority's own and is not entered here. */
export const NEW_KINDS = ['investor', 'registration_agency', 'agency', 'other'] as const;

const COMPANY = /^(cong ty|tong cong ty|tap doan|doanh nghiep|hop tac xa)\b/;

/** Begins with what was looked for or read: its tax code or its name, and its kind where that can only be one. */
export function organisationEntryOf(words: string, kind?: 'investor'): OrganisationEntry {
  const said = words.trim();
  const isCode = said !== '' && isTaxCode(said);
  const isCompany = COMPANY.test(bareText(said));
  return {
    name: isCode ? '' : said,
    taxCode: isCode ? said : '',
    kind: kind ?? (isCompany ? 'investor' : ''),
    address: '',
  };
}
