import { type ProblemTable } from './problem.js';

export const SCREENING_PROBLEMS = {
} as const satisfies ProblemTable;
