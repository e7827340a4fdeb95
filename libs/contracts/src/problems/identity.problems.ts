import { type ProblemTable } from './problem.js';

export const IDENTITY_PROBLEMS = {
} as const satisfies ProblemTable;
