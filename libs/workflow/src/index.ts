export { checkProcedure, type ProcedureFault } from './checks/check-procedure.js';
export { commandOptions } from './command-options.js';
export { compileProcedure } from './compile-procedure.js';
export { decide } from './decide.js';
export { lettersDraftedBy } from './drafted-letters.js';
export { type EffectName } from './effects.js';
export { isAboutOutdated } from './guards/grounds.js';
export { repeatsDecision } from './guards/rounds.guards.js';
export { type GuardName } from './guards/guards.js';
export { mermaidOf, procedureDocument, procedureTable } from './procedure-diagram.js';
export { type PathStep, shortestPaths } from './shortest-paths.js';
export { type ShortStep, shortSteps } from './who-may-act/last-people.js';
export { ROUND_STEPS, type RoundStep } from './who-may-act/step-people.js';
export {
  RULED_OUT_REASONS,
  type RuledOutReason,
  type StepFault,
  type StepPeople,
  type WhoMayAct,
  whoMayAct,
} from './who-may-act/who-may-act.js';
export type * from './workflow.types.js';
