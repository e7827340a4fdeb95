import { type CivilDate, hasRole, type Actor } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';
import { type DossierAccess, JUDGING_ROLES, OVERSEEING_WHILE_INVITED } from './dossier-access.types.js';
import { maySee } from './access.policy.js';

/** Roles that read the register of investment projects; others find nothing there. */
export const REGISTER_READERS = ['appraiser', ...OVERSEEING_WHILE_INVITED] as const;

/** What the access policy needs to know of one project of the register, and of one person's ties. */
export interface ProjectAccess {
  authorityId: string;
  investorOrgId: string | null;
  investorTaxCode: string | null;
  /** Taken back with the import that brought it. */
  withdrawn: boolean;
  /** Dossiers that are, or are thought to be, about it: matches proposed and confirmed. */
  dossiers: DossierAccess[];
  /** Affiliations of the person who asks, with the tax codes of the organisations. */
  affiliations: {
    organisationId: string;
    taxCode: string | null;
    validFrom: CivilDate;
    validTo: CivilDate | null;
  }[];
  /** Tax code of the organisation to which the person who asks belongs. */
  employerTaxCode: string | null;
}

/**
 * Whether a person may see a project of the register: a reader of the house, of the authority, not tied to the investor
 * (by organisation, or by the ten digits of its tax code, which branches share), and allowed to see every dossier with
 * which it is matched. `visibleProjectsSql` says the same in SQL.
 */
export function maySeeProject(actor: Actor, access: ProjectAccess, today: CivilDate): boolean {
  if (actor.authorityId !== access.authorityId || access.withdrawn) return false;
  if (actor.kind === 'system') return true;
  if (!hasRole(actor, ...REGISTER_READERS) || isTied(actor, access, today)) return false;
  return access.dossiers.every((dossier) => maySee(actor, dossier, today));
}

function isTied(actor: Actor, access: ProjectAccess, today: CivilDate): boolean {
  const oldest = oldestCountingEnd(today);
  const ties = access.affiliations
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= oldest))
    .map(({ organisationId, taxCode }) => ({ organisationId, taxCode }));
  if (actor.organisationId !== null && hasRole(actor, ...JUDGING_ROLES))
    ties.push({ organisationId: actor.organisationId, taxCode: access.employerTaxCode });
  const enterprise = access.investorTaxCode?.slice(0, 10);
  return ties.some(
    ({ organisationId, taxCode }) =>
      organisationId === access.investorOrgId ||
      (enterprise !== undefined && taxCode?.slice(0, 10) === enterprise),
  );
}
