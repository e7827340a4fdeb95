import { holds } from './conditions.js';
import { edgesOf, type PlacedEdge } from './edges.js';
import { type GuardRefusal } from './guards/guard.types.js';
import { guardOf } from './guards/guards.js';
import { isPartyOf, mayActBy } from './parties.js';
import {
  type AnyCommand,
  type CaseFacts,
  type PartyWord,
  type ProcedureDefinition,
} from './workflow.types.js';

/** The first party word of an edge by which the actor may take it; a conflict takes the appraising ones away. */
export const partyFor = (facts: CaseFacts, placed: PlacedEdge): PartyWord | null =>
  placed.edge.by.find((word) => isPartyOf(facts, word) && mayActBy(facts, word)) ?? null;

/** Whether the actor would be a party of the edge if no conflict stood in the way. */
export const isPartyApartFromConflict = (facts: CaseFacts, placed: PlacedEdge): boolean =>
  placed.edge.by.some((word) => isPartyOf(facts, word));

/** The edges of a command whose `when` words hold. */
export const openEdges = (
  procedure: ProcedureDefinition,
  command: AnyCommand,
  facts: CaseFacts,
): PlacedEdge[] =>
  edgesOf(procedure, facts.status, command.name).filter(({ edge }) =>
    (edge.when ?? []).every((word) => holds(word, facts, command)),
  );

/** The first refusal among the guards of an edge, in their order; null when all let the command pass. */
export function guardRefusal(
  procedure: ProcedureDefinition,
  placed: PlacedEdge,
  command: AnyCommand,
  facts: CaseFacts,
): GuardRefusal | null {
  for (const name of placed.edge.guards ?? []) {
    const answer = guardOf(name).check(facts, command, procedure);
    if (answer) return answer;
  }
  return null;
}

/** The one boolean of an edge: its `when` words, its parties and its guards together. */
export function passes(
  procedure: ProcedureDefinition,
  placed: PlacedEdge,
  command: AnyCommand,
  facts: CaseFacts,
): boolean {
  const open = (placed.edge.when ?? []).every((word) => holds(word, facts, command));
  return open && partyFor(facts, placed) !== null && guardRefusal(procedure, placed, command, facts) === null;
}
