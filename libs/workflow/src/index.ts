export { checkProcedure, type ProcedureFault } from './checks/check-procedure.js';
export { commandOptions } from './command-options.js';
export { compileProcedure } from './compile-procedure.js';
export { decide } from './decide.js';
export { type EffectName } from './effects.js';
export { type GuardName } from './guards/guards.js';
export { mermaidOf, procedureDocument, procedureTable } from './procedure-diagram.js';
export { type PathStep, shortestPaths } from './shortest-paths.js';
export type * from './workflow.types.js';
