import {
  type Channel,
  type ConsultationKind,
  type ConsultationState,
  type Role,
  type Status,
} from '#contracts';
import { type CivilDate } from '#kernel';

/** What the access policy needs to know of one dossier, and of one person's ties to its parties. */
export interface DossierAccess {
  id: string;
  authorityId: string;
  status: Status;
  channel: Channel;
  ownerOrgId: string;
  investorOrgId: string | null;
  requesterOrgId: string | null;
  onBehalf: boolean;
  createdBy: string;
  leadAppraiserId: string | null;
  parties: { organisationId: string; party: string }[];
  assignments: {
    assigneeId: string;
    kind: 'lead' | 'expert' | 'council';
    state: 'invited' | 'accepted' | 'declined' | 'released';
  }[];
  /** Agencies and bodies that were asked about the dossier. */
  consultations: { organisationId: string; kind: ConsultationKind; state: ConsultationState }[];
  /** People with a conflict declared or recorded and not lifted. */
  conflictedUserIds: string[];
  /** Affiliations of the person who asks. */
  affiliations: { organisationId: string; validFrom: CivilDate; validTo: CivilDate | null }[];
}

/** Parties whose people may not appraise a dossier. */
export const CONFLICTING_PARTIES = ['investor', 'consultant', 'technology_supplier'] as const;
/** Roles that see every dossier of their authority that has been submitted, whatever they are asked to do there. */
export const OVERSEEING_WHILE_INVITED = [
  'clerk',
  'head',
  'leader',
  'province_leader',
  'auditor',
] as const satisfies readonly Role[];
/** Roles whose holders may have a seat in a council; `council_secretary` is one for the secretary's seat alone. */
export const COUNCIL_ROLES = [
  'expert',
  'appraiser',
  'head',
  'leader',
  'council_secretary',
] as const satisfies readonly Role[];
/** Roles for which the own employer counts as an affiliation. */
export const JUDGING_ROLES = [
  ...OVERSEEING_WHILE_INVITED,
  'appraiser',
  'expert',
  'council_secretary',
  'agency',
] as const satisfies readonly Role[];
/** A consultation shows the dossier to those who were asked from the letter on, and stays with what they answered. */
export const SHOWING_CONSULTATIONS = ['open', 'answered'] as const satisfies readonly ConsultationState[];
/** Who of an organisation speaks for it when it is consulted. */
export const CONSULTED_ROLES = {
  agency: ['agency'],
  independent_body: ['agency', 'expert'],
} as const satisfies Record<ConsultationKind, readonly Role[]>;
