import { type CommandName, type Status } from '#contracts';
import { type TimelineEntry } from '../dossier.types.js';
import { type Procedure } from '../../../api/procedure.query.js';

/** One step that the dossier took. */
export interface Step {
  command: CommandName;
  from: Status | null;
  to: Status;
  at: string;
  actorName: string | null;
  actorRole: string;
}

/** The steps of a dossier, oldest first, from its timeline; letters and silences move nothing. */
export const stepsOf = (timeline: readonly TimelineEntry[]): Step[] =>
  timeline
    .flatMap(({ kind, code, from, to, at, actorName, actorRole }) =>
      kind === 'transition' && to !== null
        ? [{ command: code as CommandName, from, to, at, actorName, actorRole }]
        : [],
    )
    .reverse();

/** A step that the pack allows from where the dossier stands, with everybody who may take it. */
export interface NextStep {
  command: CommandName;
  to: Status;
  by: string[];
}

/** What the procedure allows from a status: each command and goal once. */
export function nextStepsOf({ edges }: Pick<Procedure, 'edges'>, status: Status): NextStep[] {
  const next = new Map<string, NextStep>();
  for (const { command, to, by } of edges.filter((edge) => edge.from === status && edge.to !== status)) {
    const key = `${command} ${to}`;
    const known = next.get(key)?.by ?? [];
    next.set(key, {
      command: command as CommandName,
      to: to as Status,
      by: [...new Set([...known, ...by])],
    });
  }
  return [...next.values()];
}

/** What is drawn of a status: whether the dossier stands there, was there, or may come there next. */
export type Place = 'here' | 'been' | 'possible' | 'other';
export interface DrawnStatus {
  status: Status;
  place: Place;
}
export interface DrawnEdge {
  from: Status;
  to: Status;
  commands: CommandName[];
  place: 'been' | 'possible' | 'other';
}
export interface Drawing {
  statuses: DrawnStatus[];
  edges: DrawnEdge[];
}

const pairOf = (from: string, to: string) => `${from}>${to}`;

/** The commands that were given between two statuses, each once in the order in which they were first given. */
function takenBetween(steps: readonly Step[], initial: string): Map<string, CommandName[]> {
  const taken = new Map<string, CommandName[]>();
  for (const { command, from, to } of steps) {
    const pair = pairOf(from ?? initial, to);
    taken.set(pair, [...new Set([...(taken.get(pair) ?? []), command])]);
  }
  return taken;
}

/**
 * The picture of a procedure for one dossier: its statuses and one arrow for each pair of them. A withdrawal is possible
 * almost everywhere, and so are steps that leave the dossier where it is (an assignment): they are drawn only from where
 * it stands or where they were taken.
 */
export function drawingOf(
  { states, edges, initial }: Pick<Procedure, 'states' | 'edges' | 'initial'>,
  steps: readonly Step[],
  status: Status,
): Drawing {
  const been = new Set<string>([initial, ...steps.flatMap(({ from, to }) => (from ? [from, to] : [to]))]);
  const walked = takenBetween(steps, initial);
  const arrows = new Map<string, DrawnEdge>();
  for (const { from, to, command } of edges) {
    const pair = pairOf(from, to);
    const isEverywhere = command === 'withdraw' || from === to;
    if (isEverywhere && from !== status && !walked.has(pair)) continue;
    const place = walked.has(pair) ? 'been' : from === status ? 'possible' : 'other';
    const taken = walked.get(pair);
    const commands = [...(taken ?? arrows.get(pair)?.commands ?? [])];
    // The way that was names the steps that were taken; what else would lead there is told by the list of next steps.
    if (taken === undefined && !commands.includes(command as CommandName))
      commands.push(command as CommandName);
    arrows.set(pair, { from: from as Status, to: to as Status, commands, place });
  }
  const drawn = [...arrows.values()];
  const possible = new Set(drawn.filter(({ from }) => from === status).map(({ to }) => to as string));
  const placeOf = (one: string): Place => {
    if (one === status) return 'here';
    if (been.has(one)) return 'been';
    return possible.has(one) ? 'possible' : 'other';
  };
  // A status to which nothing leads in this picture would hang in the air.
  const reached = new Set<string>([initial, status, ...drawn.flatMap(({ from, to }) => [from, to])]);
  const statuses = states
    .filter((state) => reached.has(state.status))
    .map((state) => ({ status: state.status as Status, place: placeOf(state.status) }));
  return { statuses, edges: drawn };
}

/** The picture of a procedure by itself, for no dossier. */
export const wholeDrawingOf = ({ states, edges }: Pick<Procedure, 'states' | 'edges'>): Drawing => {
  const pairs = edges.filter(({ from, to, command }) => from !== to && command !== 'withdraw');
  const drawn = new Map<string, DrawnEdge>();
  for (const { from, to, command } of pairs) {
    const known = drawn.get(pairOf(from, to))?.commands ?? [];
    const commands = [...new Set([...known, command as CommandName])];
    drawn.set(pairOf(from, to), { from: from as Status, to: to as Status, commands, place: 'other' });
  }
  const reached = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  return {
    statuses: states
      .filter(({ status }) => reached.has(status))
      .map(({ status }) => ({ status: status as Status, place: 'other' })),
    edges: [...drawn.values()],
  };
};
