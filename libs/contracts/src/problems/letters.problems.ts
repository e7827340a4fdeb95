import { type ProblemTable } from './problem.js';

export const LETTERS_PROBLEMS = {
} as const satisfies ProblemTable;
