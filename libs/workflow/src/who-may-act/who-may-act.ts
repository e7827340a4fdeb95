import { isClosed } from '#contracts';
import { type CaseFacts, type ProcedureGraph, type StaffMember } from '../workflow.types.js';
import { type Acted, actedOf, ROUND_STEPS, type RoundStep, suitedFor } from './step-people.js';

/** Why somebody cannot do a step: in conflict with the dossier, did another step of the round, lacks the role. */
export const RULED_OUT_REASONS = ['conflict', 'four_eyes', 'role'] as const;
export type RuledOutReason = (typeof RULED_OUT_REASONS)[number];
/** `other_step`: there would be somebody, but another step of the way has nobody. */
export type StepFault = RuledOutReason | 'other_step';

export interface StepPeople {
  step: RoundStep;
  /** Who can do it so that the way can be gone to its end; where it cannot, who could do this step alone. Ids. */
  people: string[];
  ruledOut: { id: string; reason: RuledOutReason }[];
  /** Why the step keeps the way from being gone; null when it does not. */
  fault: StepFault | null;
}
export interface WhoMayAct {
  /** The steps that are still to be done in this round. */
  steps: StepPeople[];
  /** Whether different people exist for all of them. */
  feasible: boolean;
  /** Whether the authority can decide at all: as it stands, or after a new conclusion. */
  competent: boolean;
}

/** The people of the later steps when this person concludes. */
interface Way {
  concluder: StaffMember;
  endorse: string[];
  decide: string[];
}

/** One way for each possible concluder, or for the one who did conclude. */
function waysOf(procedure: ProcedureGraph, facts: CaseFacts, acted: Acted, only: string | null): Way[] {
  const free = facts.staff.filter(({ id }) => !facts.conflictedUserIds.includes(id));
  const first = acted.concluder
    ? [acted.concluder]
    : suitedFor(procedure, free, 'conclude', null).filter(({ id }) => only === null || id === only);
  const suited = suitedByConcluder(procedure, free);
  return first.map((concluder) => {
    const idsOf = (step: RoundStep) => suited(step, concluder).filter((id) => id !== concluder.id);
    return {
      concluder,
      endorse: acted.endorserId === null ? idsOf('endorse') : [acted.endorserId],
      decide: idsOf('decide'),
    };
  });
}

/** Ids of those who suit a step after a concluder: asked once for all concluders whose roles close the same edges. */
function suitedByConcluder(procedure: ProcedureGraph, free: readonly StaffMember[]) {
  const known = new Map<string, string[]>();
  return (step: RoundStep, { roles }: StaffMember): string[] => {
    const key = `${step} ${roles.includes('head')}`;
    const ids = known.get(key) ?? suitedFor(procedure, free, step, roles).map(({ id }) => id);
    known.set(key, ids);
    return ids;
  };
}

/** Two sets have different members to give when neither is empty and they are not the same single person. */
const differ = ({ endorse, decide }: Way): boolean =>
  endorse.length > 0 && decide.length > 0 && new Set([...endorse, ...decide]).size > 1;

const somebodyBeside = (ids: readonly string[], id: string): boolean => ids.some((other) => other !== id);

/** Who can do the step in some way that is gone to its end. */
function possible(all: readonly Way[], step: RoundStep): string[] {
  const ways = all.filter(differ);
  const ids = ways.flatMap(({ concluder, endorse, decide }) => {
    if (step === 'conclude') return [concluder.id];
    const [own, other] = step === 'endorse' ? [endorse, decide] : [decide, endorse];
    return own.filter((id) => somebodyBeside(other, id));
  });
  return [...new Set(ids)];
}

const remaining = (facts: CaseFacts, acted: Acted): RoundStep[] =>
  isClosed(facts.status)
    ? []
    : ROUND_STEPS.filter(
        (step) =>
          !(step === 'conclude' && acted.concluder) && !(step === 'endorse' && acted.endorserId !== null),
      );

interface Question {
  procedure: ProcedureGraph;
  facts: CaseFacts;
  acted: Acted;
  all: Way[];
  feasible: boolean;
}

/** Those whose role, freedom from conflict and earlier acts let them do the step taken alone. */
function freeFor({ procedure, facts, acted }: Question, step: RoundStep): string[] {
  const done = [acted.concluder?.id, acted.endorserId];
  return suitedFor(procedure, facts.staff, step, acted.concluder?.roles ?? null)
    .map(({ id }) => id)
    .filter((id) => !facts.conflictedUserIds.includes(id) && !done.includes(id));
}

function reasonsAgainst({ procedure, facts, acted }: Question, step: RoundStep) {
  const suited = suitedFor(procedure, facts.staff, step, acted.concluder?.roles ?? null);
  const [fitting, conflicted] = [new Set(suited.map(({ id }) => id)), new Set(facts.conflictedUserIds)];
  return (id: string): RuledOutReason =>
    fitting.has(id) ? (conflicted.has(id) ? 'conflict' : 'four_eyes') : 'role';
}

const WORST: readonly RuledOutReason[] = ['four_eyes', 'conflict'];

function stepOf(question: Question, step: RoundStep, blocked: boolean): StepPeople {
  const { facts, all, feasible } = question;
  const free = freeFor(question, step);
  const people = feasible ? possible(all, step) : free;
  const [able, reasonAgainst] = [new Set(people), reasonsAgainst(question, step)];
  const ruledOut = facts.staff
    .filter(({ id }) => !able.has(id))
    .map(({ id }) => ({ id, reason: reasonAgainst(id) }));
  const alone = WORST.find((reason) => ruledOut.some((out) => out.reason === reason)) ?? 'role';
  const fault = free.length === 0 ? alone : blocked ? 'other_step' : 'four_eyes';
  return { step, people, ruledOut, fault: feasible ? null : fault };
}

function judged(procedure: ProcedureGraph, facts: CaseFacts, acted: Acted, only: string | null) {
  const all = waysOf(procedure, facts, acted, only);
  const steps = remaining(facts, acted);
  const feasible = steps.length === 0 || all.some(differ);
  const question = { procedure, facts, acted, all, feasible };
  const blocked = steps.some((step) => freeFor(question, step).length === 0);
  return { steps: steps.map((step) => stepOf(question, step, blocked)), feasible };
}

const NOBODY: Acted = { concluder: null, endorserId: null };

/**
 * Who may still do what in the round of a dossier (invariant 3): for each step that is left the people who can do it
 * so that different people remain for the rest, and why the others cannot. In: the active appraising people of the
 * authority and those in conflict, in the facts. `onlyConcluder`: the lead appraiser that is about to be assigned.
 */
export function whoMayAct(
  procedure: ProcedureGraph,
  facts: CaseFacts,
  onlyConcluder: string | null = null,
): WhoMayAct {
  const asItStands = judged(procedure, facts, actedOf(facts), onlyConcluder);
  const competent = asItStands.feasible || judged(procedure, facts, NOBODY, null).feasible;
  return { ...asItStands, competent };
}
