import { type CommandName, isDecided, isEditable, type Status } from '#contracts';
import { allEdges, type PlacedEdge, placeOf } from '../edges.js';
import { type ProcedureDefinition } from '../workflow.types.js';
import { fault, type ProcedureFault } from './procedure-fault.js';

/**
 * What a path has behind it. `screen` is the command itself, once; `fresh` is a screening of these facts and this round,
 * by the command or proven by the guard `screening_current` on an edge that was passed since.
 */
const STEPS = ['accept', 'screen', 'fresh', 'conclude', 'endorse'] as const;
type Step = (typeof STEPS)[number];

/** What a command proves, and what it takes back. */
const GAINS: Partial<Record<CommandName, Step[]>> = {
  accept: ['accept'],
  screen: ['screen', 'fresh'],
  conclude: ['conclude'],
  endorse: ['endorse'],
};
const LOSES: Partial<Record<CommandName, Step[]>> = {
  send_back: ['conclude', 'endorse'],
  reopen: ['fresh', 'conclude', 'endorse'],
};

/** Steps proven after an edge. Whatever leaves a status in which facts may change needs a fresh screening. */
function after(passed: readonly Step[], { from, command, edge }: PlacedEdge): Step[] {
  const lost = [...(LOSES[command] ?? []), ...(isEditable(from) ? (['fresh'] as const) : [])];
  const kept = passed.filter((step) => !lost.includes(step));
  const gained = [...(GAINS[command] ?? []), ...(provesScreening(edge) ? (['fresh'] as const) : [])];
  return STEPS.filter((step) => kept.includes(step) || gained.includes(step));
}
const provesScreening = (edge: PlacedEdge['edge']): boolean =>
  (edge.guards ?? []).includes('screening_current');

interface Walk {
  status: Status;
  passed: Step[];
  path: CommandName[];
}
const keyOf = ({ status, passed }: Walk): string => [status, ...passed].join(' ');

const missingAt = ({ passed }: Walk, { edge }: PlacedEdge): Step[] =>
  STEPS.filter((step) => !passed.includes(step) && !(step === 'fresh' && provesScreening(edge)));

const skipped = (walk: Walk, placed: PlacedEdge): ProcedureFault =>
  fault(
    placeOf(placed),
    'step_skipped',
    `invariant 2: ${missingAt(walk, placed).join(', ')} not passed on ${[...walk.path, placed.command].join(' > ')}`,
  );

/** Walks the product of status and passed steps, each pair once, breadth first, so that the shown path is a shortest. */
function walks(procedure: ProcedureDefinition, edges: readonly PlacedEdge[]): Walk[] {
  const found: Walk[] = [{ status: procedure.initial, passed: [], path: [] }];
  const seen = new Set(found.map(keyOf));
  for (const walk of found) {
    for (const placed of edges.filter(({ from }) => from === walk.status)) {
      const next = {
        status: placed.edge.target,
        passed: after(walk.passed, placed),
        path: [...walk.path, placed.command],
      };
      if (seen.has(keyOf(next))) continue;
      seen.add(keyOf(next));
      found.push(next);
    }
  }
  return found;
}

/**
 * Graph form of invariant 2: every path to a decision passes accept, screen, conclude and endorse; conclude and endorse
 * again after the last send_back or reopen; a screening of the round again after reopen.
 */
export function checkSteps(procedure: ProcedureDefinition): ProcedureFault[] {
  const edges = allEdges(procedure);
  const decisions = edges.filter(({ edge }) => isDecided(edge.target));
  const all = walks(procedure, edges);
  return decisions.flatMap((placed) => {
    const bad = all.find((walk) => walk.status === placed.from && missingAt(walk, placed).length > 0);
    return bad ? [skipped(bad, placed)] : [];
  });
}
