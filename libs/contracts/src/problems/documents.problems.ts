import { type ProblemTable } from './problem.js';

export const DOCUMENTS_PROBLEMS = {
} as const satisfies ProblemTable;
