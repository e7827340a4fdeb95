import { type ProblemTable } from './problem.js';

export const WORKFLOW_PROBLEMS = {
} as const satisfies ProblemTable;
