import { transition } from 'xstate';
import { type ProblemCode, type Status } from '#contracts';
import { compileProcedure, type ProcedureEvent } from './compile-procedure.js';
import { guardRefusal, isPartyApartFromConflict, openEdges, partyFor } from './edge-choice.js';
import { commandsIn, type PlacedEdge } from './edges.js';
import { parseEffect } from './effects.js';
import { type GuardRefusal } from './guards/guard.types.js';
import {
  type AnyCommand,
  type CaseFacts,
  type Decided,
  type Decision,
  type ProcedureDefinition,
  type Refused,
} from './workflow.types.js';

const refused = (code: ProblemCode, details: Record<string, unknown>): Refused => ({
  kind: 'refused',
  code,
  details,
});

/** Refusal of a command that the status does not know, with the commands that it does. */
export const notNow = (procedure: ProcedureDefinition, facts: CaseFacts, command: string): GuardRefusal => ({
  code: 'command_not_permitted_now',
  details: { command, status: facts.status, permitted: commandsIn(procedure, facts.status) },
});

/** Refusal of an actor who is no party of any of these edges, or only a conflicted one. */
export function notFor(facts: CaseFacts, command: string, edges: PlacedEdge[]): GuardRefusal {
  if (edges.some((placed) => isPartyApartFromConflict(facts, placed)))
    return { code: 'conflict_of_interest', details: { who: 'actor', userId: facts.actor.id } };
  const by = [...new Set(edges.flatMap(({ edge }) => edge.by))];
  return { code: 'command_not_for_you', details: { command, status: facts.status, by } };
}

/** Asks XState where the command leads; null when it does not let it pass. */
export function nextStatus(
  procedure: ProcedureDefinition,
  command: AnyCommand,
  facts: CaseFacts,
): Status | null {
  const machine = compileProcedure(procedure);
  const snapshot = machine.resolveState({ value: facts.status });
  const event: ProcedureEvent = { type: command.name, command, facts };
  if (!snapshot.can(event)) return null;
  const [next] = transition(machine, snapshot, event);
  return next.value as Status;
}

function decided(taken: PlacedEdge, to: Status, facts: CaseFacts): Decided {
  const by = partyFor(facts, taken);
  if (by === null || to !== taken.edge.target)
    throw new Error(`machine and table differ on ${taken.command}`);
  const effects = (taken.edge.effects ?? []).map(parseEffect);
  return { kind: 'decided', from: facts.status, to, command: taken.command, by, effects };
}

/**
 * Decides one command of a dossier: pure, by XState, without any side effect.
 * In: a checked procedure, the validated command, and the facts as they are under the dossier's lock (days civil, in
 * Viet Nam). Out: the next status, the party by which the actor acts and the effects as data, or the first refusal:
 * `command_not_permitted_now` (`permitted`), `command_not_for_you` (`by`), `conflict_of_interest`, then the guards'
 * own codes in the order in which the edge names them. Where several edges are open the first that passes is taken.
 * @throws Error when the status is not one of the procedure.
 */
export function decide(procedure: ProcedureDefinition, command: AnyCommand, facts: CaseFacts): Decision {
  const open = openEdges(procedure, command, facts);
  const mine = open.filter((placed) => partyFor(facts, placed) !== null);
  const to = nextStatus(procedure, command, facts);
  const answers = mine.map((placed) => ({ placed, no: guardRefusal(procedure, placed, command, facts) }));
  const taken = answers.find(({ no }) => no === null);
  if ((to === null) !== (taken === undefined)) throw new Error(`machine and table differ on ${command.name}`);
  if (taken && to !== null) return decided(taken.placed, to, facts);
  const why =
    answers[0]?.no ??
    (open.length > 0 ? notFor(facts, command.name, open) : notNow(procedure, facts, command.name));
  return refused(why.code, why.details);
}
