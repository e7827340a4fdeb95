import { type CommandName, isDecided } from '#contracts';
import { allEdges, type PlacedEdge, placeOf } from '../edges.js';
import { partyParts } from '../parties.js';
import { type ProcedureDefinition } from '../workflow.types.js';
import { fault, type ProcedureFault } from './procedure-fault.js';

type EdgeCheck = (placed: PlacedEdge, procedure: ProcedureDefinition) => ProcedureFault[];

const lacking = (placed: PlacedEdge, names: readonly string[]): string[] =>
  names.filter((name) => !(placed.edge.guards ?? []).includes(name));
const guardsNeeded = (
  placed: PlacedEdge,
  code: string,
  invariant: number,
  names: readonly string[],
): ProcedureFault[] =>
  lacking(placed, names).map((name) =>
    fault(`${placeOf(placed)}.guards`, code, `invariant ${invariant}: needs ${name}`),
  );

const isApproval = ({ edge }: PlacedEdge): boolean => edge.target.startsWith('approved');
const isDecision = ({ edge }: PlacedEdge): boolean => isDecided(edge.target);
const hasEffect = ({ edge }: PlacedEdge, name: string): boolean => (edge.effects ?? []).includes(name);

/** Invariant 1: no approval past a blocking finding; no decision on a stale screening or an undecided candidate. */
const findings: EdgeCheck = (placed) => [
  ...(isApproval(placed) ? guardsNeeded(placed, 'approval_unguarded', 1, ['no_blocking_finding']) : []),
  ...(isDecision(placed)
    ? guardsNeeded(placed, 'decision_unguarded', 1, ['screening_current', 'candidates_decided'])
    : []),
];

/** Invariant 2, the part that guards prove: an opinion is there, no council is left open, the decision follows. */
const opinions: EdgeCheck = (placed) => [
  ...(placed.command === 'conclude'
    ? guardsNeeded(placed, 'conclusion_unguarded', 2, ['opinion_recorded', 'council_done'])
    : []),
  ...(isDecision(placed)
    ? guardsNeeded(placed, 'decision_unguarded', 2, ['decision_follows_conclusion'])
    : []),
];

/** Invariant 3: concluder, endorser and decider are three people. */
const fourEyes: EdgeCheck = (placed) =>
  isDecision(placed) || placed.command === 'endorse'
    ? guardsNeeded(placed, 'four_eyes_missing', 3, ['four_eyes'])
    : [];

const SUPPLEMENTS: readonly CommandName[] = ['request_supplement', 'request_clarification'];
const SUPPLEMENT_STATUSES: readonly string[] = ['supplement_requested', 'clarification_requested'];
const asksOwner = (placed: PlacedEdge): boolean =>
  SUPPLEMENTS.includes(placed.command) ||
  hasEffect(placed, 'use_supplement_right') ||
  (SUPPLEMENT_STATUSES.includes(placed.edge.target) && placed.from !== placed.edge.target);

/** Invariant 7: supplement and clarification are one right, which each request uses up. */
const oneSupplement: EdgeCheck = (placed) => {
  if (!asksOwner(placed)) return [];
  const used = hasEffect(placed, 'use_supplement_right')
    ? []
    : [
        fault(
          `${placeOf(placed)}.effects`,
          'supplement_unguarded',
          'invariant 7: needs use_supplement_right',
        ),
      ];
  return [...guardsNeeded(placed, 'supplement_unguarded', 7, ['supplement_unused']), ...used];
};

const isSystem = (word: string): boolean => partyParts(word).includes('system');

/** Invariant 11: silence never decides, nor does the worker; a deadline is fired by the worker alone, when past. */
const silence: EdgeCheck = (placed) => {
  const place = placeOf(placed);
  const onDeadline = placed.command === 'deadline_passed';
  const decidesBySilence = isDecision(placed) && (onDeadline || placed.edge.by.some(isSystem));
  return [
    ...(decidesBySilence ? [fault(place, 'silence_decides', 'invariant 11: no person decides here')] : []),
    ...(onDeadline && !placed.edge.by.every(isSystem)
      ? [fault(`${place}.by`, 'deadline_party', 'invariant 11: only the system fires deadline_passed')]
      : []),
    ...(onDeadline ? guardsNeeded(placed, 'deadline_unguarded', 11, ['deadline_is_past']) : []),
  ];
};

/** Invariant 10: a determination concludes and decides on proven tests only, after an agency was heard. */
const proof: EdgeCheck = (placed, { id }) => {
  if (id !== 'determination') return [];
  const concludes = placed.command === 'conclude';
  return [
    ...(concludes || isDecision(placed) ? guardsNeeded(placed, 'tests_unproven', 10, ['tests_proven']) : []),
    ...(concludes
      ? guardsNeeded(placed, 'conclusion_unguarded', 10, ['inconclusive_answered', 'agencies_consulted'])
      : []),
  ];
};

const CHECKS: readonly EdgeCheck[] = [findings, opinions, fourEyes, oneSupplement, silence, proof];

/** The graph forms of invariants 1, 2 (guards), 3, 7, 10 and 11, edge by edge. */
export const checkInvariants = (procedure: ProcedureDefinition): ProcedureFault[] =>
  allEdges(procedure).flatMap((placed) => CHECKS.flatMap((check) => check(placed, procedure)));
