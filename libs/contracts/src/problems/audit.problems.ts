import { type ProblemTable } from './problem.js';

export const AUDIT_PROBLEMS = {
} as const satisfies ProblemTable;
