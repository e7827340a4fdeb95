import { AFFILIATION_PROBLEMS } from './affiliation.problems.js';
import { APPRAISAL_PROBLEMS } from './appraisal.problems.js';
import { AUDIT_PROBLEMS } from './audit.problems.js';
import { CLOCKS_PROBLEMS } from './clocks.problems.js';
import { CONSULTATIONS_PROBLEMS } from './consultations.problems.js';
import { COUNCIL_PROBLEMS } from './council.problems.js';
import { DETERMINATION_PROBLEMS } from './determination.problems.js';
import { DOCUMENTS_PROBLEMS } from './documents.problems.js';
import { DOSSIER_PROBLEMS } from './dossier.problems.js';
import { HOLDING_REPLY_PROBLEMS } from './holding-reply.problems.js';
import { IDENTITY_PROBLEMS } from './identity.problems.js';
import { IMPORTS_PROBLEMS } from './imports.problems.js';
import { LAW_PROBLEMS } from './law.problems.js';
import { LETTERS_PROBLEMS } from './letters.problems.js';
import { LIVE_PROBLEMS } from './live.problems.js';
import { type Problem } from './problem.js';
import { PROJECTS_PROBLEMS } from './projects.problems.js';
import { PUBLIC_PROBLEMS } from './public.problems.js';
import { REQUEST_PROBLEMS } from './request.problems.js';
import { ROUNDS_PROBLEMS } from './rounds.problems.js';
import { SCREENING_PROBLEMS } from './screening.problems.js';
import { STAFFING_PROBLEMS } from './staffing.problems.js';
import { VIEWS_PROBLEMS } from './views.problems.js';
import { WORKFLOW_PROBLEMS } from './workflow.problems.js';

/** Every named refusal of the system; docs/errors.md is generated from it. */
export const PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...DOSSIER_PROBLEMS,
  ...WORKFLOW_PROBLEMS,
  ...DETERMINATION_PROBLEMS,
  ...CONSULTATIONS_PROBLEMS,
  ...CLOCKS_PROBLEMS,
  ...SCREENING_PROBLEMS,
  ...LAW_PROBLEMS,
  ...APPRAISAL_PROBLEMS,
  ...COUNCIL_PROBLEMS,
  ...DOCUMENTS_PROBLEMS,
  ...LETTERS_PROBLEMS,
  ...IMPORTS_PROBLEMS,
  ...ROUNDS_PROBLEMS,
  ...AUDIT_PROBLEMS,
  ...PROJECTS_PROBLEMS,
  ...PUBLIC_PROBLEMS,
  ...STAFFING_PROBLEMS,
  ...AFFILIATION_PROBLEMS,
  ...HOLDING_REPLY_PROBLEMS,
  ...VIEWS_PROBLEMS,
  ...LIVE_PROBLEMS,
};
export type ProblemCode = keyof typeof PROBLEMS;
/** The table with its entries widened, for lookups by a code that is only known at run time. */
export const problemOf = (code: ProblemCode): Problem => PROBLEMS[code];
export type { Problem, ProblemTable, ProblemText } from './problem.js';
