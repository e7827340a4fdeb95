import { type ProblemTable } from './problem.js';

export const DOSSIER_PROBLEMS = {
} as const satisfies ProblemTable;
