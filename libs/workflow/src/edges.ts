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

/** The edges of a procedure, those of one command in one status, and the commands that a status has. */
interface Placed {
  all: readonly PlacedEdge[];
  at: ReadonlyMap<Status, ReadonlyMap<CommandName, readonly PlacedEdge[]>>;
}
const placed = new WeakMap<ProcedureGraph, Placed>();

function edgesAt(procedure: ProcedureGraph, from: Status, command: CommandName): PlacedEdge[] {
  const on = Object.hasOwn(procedure.states, from) ? (procedure.states[from]?.on ?? {}) : {};
  const edges = Object.hasOwn(on, command) ? (on[command] ?? []) : [];
  return edges.map((edge, index) => ({ from, command, index, edge }));
}

/** The edges of one status by command, in the order of the contracts; commands without an edge are left out. */
const edgesFrom = (procedure: ProcedureGraph, from: Status): ReadonlyMap<CommandName, PlacedEdge[]> =>
  new Map(
    COMMANDS.map((command) => [command, edgesAt(procedure, from, command)] as const).filter(
      ([, edges]) => edges.length > 0,
    ),
  );

/** Places the edges of a procedure once: what was loaded never changes, and every decision asks for them many times. */
function placedOf(procedure: ProcedureGraph): Placed {
  const known = placed.get(procedure);
  if (known) return known;
  const at = new Map(STATUSES.map((from) => [from, edgesFrom(procedure, from)] as const));
  const fresh = { all: [...at.values()].flatMap((cells) => [...cells.values()].flat()), at };
  placed.set(procedure, fresh);
  return fresh;
}

const NONE: readonly PlacedEdge[] = [];
/** The edges of one command in one status, in the order of the file; none for words that the file does not have. */
export const edgesOf = (
  procedure: ProcedureGraph,
  from: Status,
  command: CommandName,
): readonly PlacedEdge[] => placedOf(procedure).at.get(from)?.get(command) ?? NONE;

/** All edges, by status and command in the order of the contracts. */
export const allEdges = (procedure: ProcedureGraph): readonly PlacedEdge[] => placedOf(procedure).all;

/** The commands that some edge of the status has, for anybody, in the order of the contracts. */
export const commandsIn = (procedure: ProcedureGraph, status: Status): CommandName[] => [
  ...(placedOf(procedure).at.get(status)?.keys() ?? []),
];

/** The commands of the whole procedure. */
export const commandsOf = (procedure: ProcedureGraph): CommandName[] =>
  COMMANDS.filter((command) => STATUSES.some((status) => edgesOf(procedure, status, command).length > 0));
