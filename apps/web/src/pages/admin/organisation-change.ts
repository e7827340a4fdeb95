import { type Schema } from '../../api/schema-names.js';
import { type Organisation, type OrganisationKind } from './admin.query.js';

const LEAST_NAME = 2;

export interface OrganisationDraft {
  name: string;
  kind: OrganisationKind;
  taxCode: string;
  address: string;
}
export const organisationDraftOf = (seen: Organisation | null): OrganisationDraft => ({
  name: seen?.name ?? '',
  kind: seen?.kind ?? 'investor',
  taxCode: seen?.taxCode ?? '',
  address: seen?.address ?? '',
});

/** Whether it can be the name of one, wherever it is entered. */
export const isOrganisationName = (name: string): boolean => name.trim().length >= LEAST_NAME;

/** What of a new organisation is sent: what was left empty is not. */
export const newOrganisationOf = ({ name, kind, taxCode, address }: OrganisationDraft) => ({
  ...{ name: name.trim(), kind },
  ...(taxCode.trim() !== '' && { taxCode: taxCode.trim() }),
  ...(address.trim() !== '' && { address: address.trim() }),
});

/** What differs from the organisation as the person saw it; an emptied field removes what was there. */
export function organisationChangeOf(
  seen: Organisation,
  draft: OrganisationDraft,
): Schema<'ChangeOrganisationDto'> {
  const name = draft.name.trim();
  const [taxCode, address] = [draft.taxCode, draft.address].map((text) => text.trim() || null);
  return {
    ...(name !== seen.name && { name }),
    ...(taxCode !== seen.taxCode && { taxCode: taxCode ?? null }),
    ...(address !== seen.address && { address: address ?? null }),
  };
}
