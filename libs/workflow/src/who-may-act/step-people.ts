import { isDecided, type Role } from '#contracts';
import { allEdges, type PlacedEdge } from '../edges.js';
import { partyParts } from '../parties.js';
import { type CaseFacts, type PartyWord, type ProcedureGraph, type StaffMember } from '../workflow.types.js';

/** The three acts of a round that three different people do (invariant 3). */
export const ROUND_STEPS = ['conclude', 'endorse', 'decide'] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

/** Whether somebody with these roles could come to be what the word asks: an appraiser can be made the lead appraiser. */
const couldBe = (word: PartyWord, roles: readonly Role[]): boolean =>
  partyParts(word).every((part) =>
    (roles as readonly string[]).includes(part === 'lead_appraiser' ? 'appraiser' : part),
  );

const isOf = (step: RoundStep, { command, edge }: PlacedEdge): boolean =>
  step === 'decide' ? isDecided(edge.target) : command === step;

/** Only what the concluder was decides between edges of the round; any other word may hold or not. */
const isOpenAfter = ({ edge }: PlacedEdge, concluderRoles: readonly Role[] | null): boolean =>
  concluderRoles === null || !(edge.when ?? []).includes(wordAgainst(concluderRoles));
const wordAgainst = (concluderRoles: readonly Role[]): string =>
  concluderRoles.includes('head') ? '!head_concluded' : 'head_concluded';

/**
 * The people whose role fits a step by the edges of the procedure, in the order of the staff.
 * @param concluderRoles roles of who concludes; null: any concluder, so whoever could come into question.
 */
export function suitedFor(
  procedure: ProcedureGraph,
  staff: readonly StaffMember[],
  step: RoundStep,
  concluderRoles: readonly Role[] | null,
): StaffMember[] {
  const edges = allEdges(procedure).filter(
    (placed) => isOf(step, placed) && isOpenAfter(placed, concluderRoles),
  );
  return staff.filter(({ roles }) => edges.some(({ edge }) => edge.by.some((word) => couldBe(word, roles))));
}

/** Who concluded and endorsed the round so far; a person in conflict, whose act must be done anew, takes both away. */
export interface Acted {
  concluder: StaffMember | null;
  endorserId: string | null;
}

/** What of the round stands. A conflict that arose later takes back the act and what was built on it. */
export function actedOf(facts: CaseFacts): Acted {
  const { status, concluderId, concluderRoles = [], endorserId, conflictedUserIds } = facts;
  const isFree = (id: string | null): id is string => id !== null && !conflictedUserIds.includes(id);
  const stands = status === 'concluded' || status === 'endorsed';
  if (!stands || !isFree(concluderId)) return { concluder: null, endorserId: null };
  const concluder = { id: concluderId, roles: concluderRoles };
  if (status === 'concluded') return { concluder, endorserId: null };
  return isFree(endorserId) ? { concluder, endorserId } : { concluder: null, endorserId: null };
}
