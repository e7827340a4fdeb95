import { type CommandName, COMMANDS, type Status, STATUSES } from '#contracts';
import { type ProcedureGraph, type ProcedureEdge } from './workflow.types.js';

/** An edge with the place where it stands in its procedure. */
export interface PlacedEdge {
  from: Status;
  command: CommandName;
  index: number;
  edge: ProcedureEdge;
}
/** Path of an edge inside the file, as it is named in faults: `states.submitted.on.accept[0]`. */
export const placeOf = ({ from, command, index }: PlacedEdge): string =>
  `states.${from}.on.${command}[${index}]`;

/** The edges of one command in one status, in the order of the file; none for words that the file does not have. */
export function edgesOf(procedure: ProcedureGraph, from: Status, command: CommandName): PlacedEdge[] {
  const on = Object.hasOwn(procedure.states, from) ? (procedure.states[from]?.on ?? {}) : {};
  const edges = Object.hasOwn(on, command) ? (on[command] ?? []) : [];
  return edges.map((edge, index) => ({ from, command, index, edge }));
}

/** All edges, by status and command in the order of the contracts. */
export const allEdges = (procedure: ProcedureGraph): PlacedEdge[] =>
  STATUSES.flatMap((status) => COMMANDS.flatMap((command) => edgesOf(procedure, status, command)));

/** The commands that some edge of the status has, for anybody. */
export const commandsIn = (procedure: ProcedureGraph, status: Status): CommandName[] =>
  COMMANDS.filter((command) => edgesOf(procedure, status, command).length > 0);

/** The commands of the whole procedure. */
export const commandsOf = (procedure: ProcedureGraph): CommandName[] =>
  COMMANDS.filter((command) => STATUSES.some((status) => edgesOf(procedure, status, command).length > 0));
