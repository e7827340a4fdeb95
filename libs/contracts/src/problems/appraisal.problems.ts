import { type ProblemTable } from './problem.js';

export const APPRAISAL_PROBLEMS = {
} as const satisfies ProblemTable;
