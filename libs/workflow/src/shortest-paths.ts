import { assign, setup } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { type CommandName, type Status } from '#contracts';
import { allEdges, edgesOf, type PlacedEdge } from './edges.js';
import { partyParts } from './parties.js';
import { type ProcedureDefinition, type ProcedureEdge } from './workflow.types.js';

/** One step of a path: the command, and the edge that it must take. */
export interface PathStep {
  from: Status;
  command: CommandName;
  to: Status;
  edge: ProcedureEdge;
}
/** An edge as an event, so that two edges of one command stay apart. */
const eventOf = ({ from, command, index }: PlacedEdge): string => `${from} ${command} ${index}`;

const assignsLead = ({ edge }: PlacedEdge): boolean => (edge.when ?? []).includes('assigning_lead');
const lead = (placed: PlacedEdge): boolean | null => {
  const words = placed.edge.when ?? [];
  if (words.includes('!lead_assigned')) return false;
  const byLead = placed.edge.by.every((word) => partyParts(word).includes('lead_appraiser'));
  return words.includes('lead_assigned') || byLead ? true : null;
};

/** A machine without the guards; it remembers only whether a lead appraiser is assigned, without which none concludes. */
function graphMachine(procedure: ProcedureDefinition) {
  const vocabulary = setup({
    types: { context: {} as { led: boolean }, events: {} as { type: string } },
    guards: {
      led: ({ context }, wanted: { led: boolean | null }) =>
        wanted.led === null || context.led === wanted.led,
    },
    actions: { assignLead: assign({ led: true }) },
  });
  const edgeOf = (placed: PlacedEdge) => ({
    target: placed.edge.target,
    guard: { type: 'led' as const, params: { led: lead(placed) } },
    actions: assignsLead(placed) ? ['assignLead' as const] : [],
  });
  const stateOf = (status: Status) =>
    allEdges(procedure)
      .filter(({ from }) => from === status)
      .map((placed) => [eventOf(placed), edgeOf(placed)] as const);
  const statuses = Object.keys(procedure.states) as Status[];
  return vocabulary.createMachine({
    id: procedure.id,
    context: { led: false },
    initial: procedure.initial,
    states: Object.fromEntries(
      statuses.map((status) => [status, { on: Object.fromEntries(stateOf(status)) }]),
    ),
  });
}

function stepOf(procedure: ProcedureDefinition, type: string): PathStep[] {
  const [from, command, index] = type.split(' ') as [Status, CommandName, string];
  const edge = edgesOf(procedure, from, command)[Number(index)]?.edge;
  return edge ? [{ from, command, to: edge.target, edge }] : [];
}

/**
 * For each status of a checked procedure a shortest sequence of steps from the initial one. Guards are ignored: whoever
 * replays a path prepares what they ask. The assignment of a lead appraiser is part of the path where a step needs it.
 */
export function shortestPaths(procedure: ProcedureDefinition): Map<Status, PathStep[]> {
  const machine = graphMachine(procedure);
  const events = allEdges(procedure).map((placed) => ({ type: eventOf(placed) }));
  const found = new Map<Status, PathStep[]>();
  for (const path of getShortestPaths(machine, { events })) {
    const status = path.state.value as Status;
    const steps = path.steps.flatMap(({ event }) => stepOf(procedure, event.type));
    if (steps.length < (found.get(status)?.length ?? Infinity)) found.set(status, steps);
  }
  return found;
}
