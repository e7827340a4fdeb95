import { type ProblemTable } from './problem.js';

export const LAW_PROBLEMS = {
} as const satisfies ProblemTable;
