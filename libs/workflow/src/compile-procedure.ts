import { setup } from 'xstate';
import { type CommandName, type Status } from '#contracts';
import { edgesOf, commandsIn } from './edges.js';
import { passes } from './edge-choice.js';
import { type AnyCommand, type CaseFacts, type ProcedureDefinition } from './workflow.types.js';

/** What XState is told: the command as its event, with the facts that its guards read. */
export interface ProcedureEvent {
  type: CommandName;
  command: AnyCommand;
  facts: CaseFacts;
}
interface EdgeParams {
  from: Status;
  command: CommandName;
  index: number;
}

/** The vocabulary of one procedure: `passes` is every guard of an edge in one boolean. */
const vocabularyOf = (procedure: ProcedureDefinition) =>
  setup({
    types: { events: {} as ProcedureEvent },
    guards: {
      passes: ({ event }, { from, command, index }: EdgeParams) => {
        const placed = edgesOf(procedure, from, command)[index];
        return placed !== undefined && passes(procedure, placed, event.command, event.facts);
      },
    },
  });

const transitionsOf = (procedure: ProcedureDefinition, from: Status, command: CommandName) =>
  edgesOf(procedure, from, command).map(({ edge, index }) => ({
    target: edge.target,
    guard: { type: 'passes' as const, params: { from, command, index } },
  }));

const stateOf = (procedure: ProcedureDefinition, status: Status) => ({
  tags: procedure.states[status]?.tags ?? [],
  on: Object.fromEntries(
    commandsIn(procedure, status).map((command) => [command, transitionsOf(procedure, status, command)]),
  ),
});

function build(procedure: ProcedureDefinition) {
  const statuses = Object.keys(procedure.states) as Status[];
  return vocabularyOf(procedure).createMachine({
    id: procedure.id,
    version: procedure.version,
    initial: procedure.initial,
    states: Object.fromEntries(statuses.map((status) => [status, stateOf(procedure, status)])),
  });
}
export type ProcedureMachine = ReturnType<typeof build>;

const machines = new WeakMap<ProcedureDefinition, ProcedureMachine>();

/**
 * The XState machine of a checked procedure: flat states, one boolean guard per edge, no actions, context or timers.
 * Built once per definition object. @throws Error on an unknown target.
 */
export function compileProcedure(procedure: ProcedureDefinition): ProcedureMachine {
  const known = machines.get(procedure);
  if (known) return known;
  const machine = build(procedure);
  machines.set(procedure, machine);
  return machine;
}
