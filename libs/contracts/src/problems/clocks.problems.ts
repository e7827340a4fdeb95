import { type ProblemTable } from './problem.js';

export const CLOCKS_PROBLEMS = {
} as const satisfies ProblemTable;
