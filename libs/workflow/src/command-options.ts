import { type CommandName, type Status } from '#contracts';
import { commandsRead, holds } from './conditions.js';
import { notFor, notNow } from './decide.js';
import { partyFor } from './edge-choice.js';
import { commandsOf, edgesOf, type PlacedEdge } from './edges.js';
import { type GuardRefusal } from './guards/guard.types.js';
import { guardOf } from './guards/guards.js';
import {
  type AnyCommand,
  type CaseFacts,
  type CommandOption,
  type ProcedureDefinition,
} from './workflow.types.js';

/** A word that reads the payload stays open: the menu cannot know it yet. */
const mayHold = (word: string, facts: CaseFacts): boolean =>
  commandsRead(word).length > 0 || holds(word, facts, WITHOUT_PAYLOAD);
const WITHOUT_PAYLOAD: AnyCommand = { name: 'screen', payload: {} };

const openFor = (procedure: ProcedureDefinition, command: CommandName, facts: CaseFacts): PlacedEdge[] =>
  edgesOf(procedure, facts.status, command).filter(({ edge }) =>
    (edge.when ?? []).every((word) => mayHold(word, facts)),
  );

const earlyRefusals = (
  procedure: ProcedureDefinition,
  placed: PlacedEdge,
  facts: CaseFacts,
): GuardRefusal[] =>
  (placed.edge.guards ?? [])
    .map((name) => guardOf(name).early(facts, placed.command, procedure))
    .filter((answer) => answer !== null);

const targetsOf = (edges: PlacedEdge[]): Status[] => [...new Set(edges.map(({ edge }) => edge.target))];

function optionOf(procedure: ProcedureDefinition, command: CommandName, facts: CaseFacts): CommandOption {
  const open = openFor(procedure, command, facts);
  if (open.length === 0)
    return { command, permitted: false, targets: [], reasons: [notNow(procedure, facts, command)] };
  const mine = open.filter((placed) => partyFor(facts, placed) !== null);
  if (mine.length === 0)
    return { command, permitted: false, targets: targetsOf(open), reasons: [notFor(facts, command, open)] };
  const judged = mine.map((placed) => ({ placed, reasons: earlyRefusals(procedure, placed, facts) }));
  const free = judged.filter(({ reasons }) => reasons.length === 0);
  const permitted = free.length > 0;
  const shown = permitted ? free : judged;
  const reasons = permitted ? [] : (judged[0]?.reasons ?? []);
  return { command, permitted, targets: targetsOf(shown.map(({ placed }) => placed)), reasons };
}

/**
 * The menu of a dossier for one actor: every command of the procedure, whether it can be given now, where it could
 * lead, and when not every known reason, the first refusal first. What depends on the payload is left to the command.
 */
export const commandOptions = (procedure: ProcedureDefinition, facts: CaseFacts): CommandOption[] =>
  commandsOf(procedure).map((command) => optionOf(procedure, command, facts));
