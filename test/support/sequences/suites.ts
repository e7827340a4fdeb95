import { type ProcedureId } from '#contracts';

/** The procedures of each of the two suites, which two workers play side by side. */
export const SUITES = {
  opinions: ['opinion'],
  appraisals: ['appraisal', 'reappraisal', 'determination'],
} as const satisfies Record<string, readonly ProcedureId[]>;
