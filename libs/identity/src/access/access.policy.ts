import { type Relation, type Role } from '#contracts';
import { type Actor, type CivilDate, hasRole } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';
import {
  CONFLICTING_PARTIES,
  CONSULTED_ROLES,
  COUNCIL_ROLES,
  type DossierAccess,
  JUDGING_ROLES,
  OVERSEEING_WHILE_INVITED,
  SHOWING_CONSULTATIONS,
} from './dossier-access.types.js';

const isConflicting = (party: string) => (CONFLICTING_PARTIES as readonly string[]).includes(party);

/** Organisations whose dossiers a person may not judge on `today`: the employer, and affiliations that still count. */
function tiesOf(actor: Actor, access: DossierAccess, today: CivilDate): Set<string> {
  const oldest = oldestCountingEnd(today);
  const counting = access.affiliations.filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= oldest),
  );
  const employer =
    actor.organisationId !== null && hasRole(actor, ...JUDGING_ROLES) ? [actor.organisationId] : [];
  return new Set([...counting.map(({ organisationId }) => organisationId), ...employer]);
}

function isConflicted(actor: Actor, access: DossierAccess, today: CivilDate): boolean {
  if (access.conflictedUserIds.includes(actor.id)) return true;
  const ties = tiesOf(actor, access, today);
  if (access.investorOrgId !== null && ties.has(access.investorOrgId)) return true;
  return access.parties.some(({ organisationId, party }) => isConflicting(party) && ties.has(organisationId));
}

function isOwner(actor: Actor, access: DossierAccess): boolean {
  if (actor.organisationId === null) return false;
  if (hasRole(actor, 'investor', 'requester') && access.ownerOrgId === actor.organisationId) return true;
  // Naming an agency in an investor's draft does not show the draft to the agency.
  const asked = access.status !== 'draft' || access.channel === 'requester';
  return hasRole(actor, 'requester') && access.requesterOrgId === actor.organisationId && asked;
}

const isClerkOnBehalf = (actor: Actor, access: DossierAccess) =>
  access.onBehalf && hasRole(actor, 'clerk') && (access.status !== 'draft' || access.createdBy === actor.id);

const isAssigned = (
  actor: Actor,
  access: DossierAccess,
  kind: 'lead' | 'expert' | 'council',
  state: 'invited' | 'accepted',
) =>
  access.assignments.some(
    (assignment) =>
      assignment.assigneeId === actor.id && assignment.kind === kind && assignment.state === state,
  );

const KINDS = ['expert', 'lead', 'council'] as const;

const isConsulted = (actor: Actor, { consultations }: DossierAccess): boolean =>
  consultations.some(
    ({ organisationId, kind, state }) =>
      organisationId === actor.organisationId &&
      (SHOWING_CONSULTATIONS as readonly string[]).includes(state) &&
      hasRole(actor, ...CONSULTED_ROLES[kind]),
  );

/** Whether a person was asked to work on a dossier and has not declared for any task there yet. */
const awaitsDeclaration = (actor: Actor, { assignments }: DossierAccess): boolean => {
  const own = assignments.filter(({ assigneeId }) => assigneeId === actor.id);
  return own.some(({ state }) => state === 'invited') && !own.some(({ state }) => state === 'accepted');
};

/** Appraisers oversee what waits for one of them; who is asked to judge it declares before reading on. */
const oversees = (actor: Actor, access: DossierAccess): boolean =>
  hasRole(actor, ...OVERSEEING_WHILE_INVITED) ||
  (hasRole(actor, 'appraiser') && !awaitsDeclaration(actor, access));

/**
 * What a person is to a dossier on `today`; empty for a stranger and for another authority's dossier.
 * Somebody in conflict is only that, unless the dossier is their own organisation's. A lead appraiser is one only after
 * having accepted, which is declaring to be without conflict.
 */
export function relationsOf(actor: Actor, access: DossierAccess, today: CivilDate): Relation[] {
  if (actor.authorityId !== access.authorityId) return [];
  if (actor.kind === 'system') return ['system'];
  if (isOwner(actor, access)) return ['owner'];
  if (isConflicted(actor, access, today)) return ['conflicted'];
  const relations: Relation[] = [];
  if (isClerkOnBehalf(actor, access)) relations.push('clerk_on_behalf');
  if (access.leadAppraiserId === actor.id && isAssigned(actor, access, 'lead', 'accepted'))
    relations.push('lead_appraiser');
  if (hasRole(actor, 'expert') && isAssigned(actor, access, 'expert', 'accepted'))
    relations.push('assigned_expert');
  if (hasRole(actor, ...COUNCIL_ROLES) && isAssigned(actor, access, 'council', 'accepted'))
    relations.push('council_member');
  if (isConsulted(actor, access)) relations.push('consulted_agency');
  if (KINDS.some((kind) => isAssigned(actor, access, kind, 'invited'))) relations.push('invited');
  return relations;
}

const SEEING_RELATIONS = [
  'system',
  'owner',
  'assigned_expert',
  'council_member',
  'consulted_agency',
] as const satisfies Relation[];

/** Whether a person may see a dossier at all, on `today`. `visibleDossiersSql` says the same in SQL. */
export function maySee(actor: Actor, access: DossierAccess, today: CivilDate): boolean {
  const relations = relationsOf(actor, access, today);
  if (actor.authorityId !== access.authorityId || relations.includes('conflicted')) return false;
  if (relations.some((relation) => (SEEING_RELATIONS as readonly string[]).includes(relation))) return true;
  if (access.status !== 'draft') return oversees(actor, access);
  return relations.includes('clerk_on_behalf');
}

/**
 * How much of a dossier that may be seen is shown: all that the role allows, or to those who are only consulted what is
 * needed to answer.
 */
export const scopeOf = (actor: Actor, access: DossierAccess, today: CivilDate): 'whole' | 'consultation' =>
  maySee(actor, { ...access, consultations: [] }, today) ? 'whole' : 'consultation';

/**
 * Whether a person may do something that is allowed to `by`: roles, relations, or several joined by `&`
 * (`head`, `owner`, `appraiser&lead_appraiser`). Nobody may do anything to a dossier that they may not see.
 */
export function mayDo(actor: Actor, access: DossierAccess, by: readonly string[], today: CivilDate): boolean {
  if (!maySee(actor, access, today)) return false;
  const relations: readonly string[] = relationsOf(actor, access, today);
  const holds = (word: string) => actor.roles.includes(word as Role) || relations.includes(word);
  return by.some((words) => words.split('&').every((word) => holds(word.trim())));
}
