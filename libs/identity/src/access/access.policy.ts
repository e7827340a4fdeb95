import { type Relation, type Role } from '#contracts';
import { type Actor, type CivilDate, hasRole } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';
import {
  CONFLICTING_PARTIES,
  type DossierAccess,
  JUDGING_ROLES,
  OVERSEEING_ROLES,
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
  kind: 'lead' | 'expert',
  state: 'invited' | 'accepted',
) =>
  access.assignments.some(
    (assignment) =>
      assignment.assigneeId === actor.id && assignment.kind === kind && assignment.state === state,
  );

/**
 * What a person is to a dossier on `today`; empty for a stranger and for another authority's dossier.
 * Somebody in conflict is only that, unless the dossier is their own organisation's.
 */
export function relationsOf(actor: Actor, access: DossierAccess, today: CivilDate): Relation[] {
  if (actor.authorityId !== access.authorityId) return [];
  if (actor.kind === 'system') return ['system'];
  if (isOwner(actor, access)) return ['owner'];
  if (isConflicted(actor, access, today)) return ['conflicted'];
  const relations: Relation[] = [];
  if (isClerkOnBehalf(actor, access)) relations.push('clerk_on_behalf');
  if (access.leadAppraiserId === actor.id) relations.push('lead_appraiser');
  if (hasRole(actor, 'expert') && isAssigned(actor, access, 'expert', 'accepted'))
    relations.push('assigned_expert');
  if (isAssigned(actor, access, 'expert', 'invited') || isAssigned(actor, access, 'lead', 'invited'))
    relations.push('invited');
  return relations;
}

/** Whether a person may see a dossier at all, on `today`. `visibleDossiersSql` says the same in SQL. */
export function maySee(actor: Actor, access: DossierAccess, today: CivilDate): boolean {
  const relations = relationsOf(actor, access, today);
  if (actor.authorityId !== access.authorityId || relations.includes('conflicted')) return false;
  if (
    relations.some(
      (relation) => relation === 'system' || relation === 'owner' || relation === 'assigned_expert',
    )
  )
    return true;
  if (access.status !== 'draft') return hasRole(actor, ...OVERSEEING_ROLES);
  return relations.includes('clerk_on_behalf');
}

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
