import { isClosed, type Status } from '#contracts';
import { allEdges, type PlacedEdge } from '../edges.js';
import { type ProcedureDefinition } from '../workflow.types.js';
import { fault, type ProcedureFault } from './procedure-fault.js';

const spread = (from: Iterable<Status>, next: (status: Status) => Status[]): Set<Status> => {
  const seen = new Set<Status>(from);
  for (const status of seen) for (const target of next(status)) seen.add(target);
  return seen;
};
const targetsFrom = (edges: readonly PlacedEdge[]) => (status: Status) =>
  edges.filter(({ from }) => from === status).map(({ edge }) => edge.target);
const sourcesOf = (edges: readonly PlacedEdge[]) => (status: Status) =>
  edges.filter(({ edge }) => edge.target === status).map(({ from }) => from);

/** Every status can be reached from the initial one, and from every open status some closed one can be reached. */
export function checkGraph(procedure: ProcedureDefinition): ProcedureFault[] {
  const edges = allEdges(procedure);
  const statuses = Object.keys(procedure.states) as Status[];
  const reached = spread([procedure.initial], targetsFrom(edges));
  const able = spread(statuses.filter(isClosed), sourcesOf(edges));
  return [
    ...statuses
      .filter((status) => !reached.has(status))
      .map((status) =>
        fault(`states.${status}`, 'unreachable_status', `no path leads from ${procedure.initial} to it`),
      ),
    ...statuses
      .filter((status) => !able.has(status))
      .map((status) => fault(`states.${status}`, 'dead_end', 'no path leads from it to a closed status')),
  ];
}
