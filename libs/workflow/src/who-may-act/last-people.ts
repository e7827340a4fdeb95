import { type CommandName } from '#contracts';
import { type AnyCommand, type CaseFacts, type ProcedureGraph } from '../workflow.types.js';
import { type RoundStep } from './step-people.js';
import { whoMayAct, type WhoMayAct } from './who-may-act.js';

/** The round as it will be once the actor has concluded or endorsed. */
export const afterActing = (facts: CaseFacts, command: CommandName): CaseFacts => {
  const { id, roles } = facts.actor;
  return command === 'conclude'
    ? { ...facts, status: 'concluded', concluderId: id, concluderRoles: roles, endorserId: null }
    : { ...facts, status: 'endorsed', endorserId: id };
};

/** A step for which a command leaves one person, or nobody. */
export interface ShortStep {
  step: RoundStep;
  /** The one person; null: nobody. */
  userId: string | null;
}

function afterwards(procedure: ProcedureGraph, facts: CaseFacts, command: AnyCommand): WhoMayAct | null {
  if (command.name === 'assign')
    return command.payload.kind === 'lead' ? whoMayAct(procedure, facts, command.payload.assigneeId) : null;
  return command.name === 'conclude' || command.name === 'endorse'
    ? whoMayAct(procedure, afterActing(facts, command.name))
    : null;
}

/**
 * The later steps of the round for which a command that assigns, concludes or endorses leaves one person or nobody:
 * what its actor should know before it is too late. `facts` are those before the command.
 */
export function shortSteps(procedure: ProcedureGraph, facts: CaseFacts, command: AnyCommand): ShortStep[] {
  const { steps, feasible } = afterwards(procedure, facts, command) ?? { steps: [], feasible: true };
  const later = steps.filter(({ step }) => step !== 'conclude');
  if (feasible)
    return later
      .filter(({ people }) => people.length === 1)
      .map(({ step, people }) => ({ step, userId: people[0] ?? null }));
  const short = later.filter(({ fault }) => fault !== null && fault !== 'other_step');
  return short.map(({ step }) => ({ step, userId: null }));
}
