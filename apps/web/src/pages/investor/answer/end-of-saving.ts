import { type Problem, problemOfError } from '../../../api/problem.js';

/** How the last try to save an answer ended: what was refused is not sent again until something else is written. */
export type Saving = { how: 'well' | 'again' } | { how: 'refused'; problem: Problem };

/** Refusals that pass: the session is opened again, it arrived too slowly, or there was too much at once. */
const PASSING = [401, 403, 408, 429];

/** What a fault while saving means: the API will not take it as it is, or it may take it the next time. */
export function endOfSaving(error: unknown): Saving {
  const problem = problemOfError(error);
  const isFinal = problem.status >= 400 && problem.status < 500 && !PASSING.includes(problem.status);
  return isFinal ? { how: 'refused', problem } : { how: 'again' };
}

/** Where the answers are: all with the API, on their way, kept here and tried again, refused, or waiting for a choice. */
export type AnswersAre = 'saved' | 'saving' | 'here' | 'refused' | 'clash';

const WHILE_UNSAVED = { well: 'saving', again: 'here', refused: 'refused' } as const;

/** Where the answers are by what is still unsaved or contested, and by how the last try ended. */
export function answersAre(isUnsaved: boolean, clashes: number, { how }: Saving): AnswersAre {
  if (clashes > 0) return 'clash';
  return isUnsaved ? WHILE_UNSAVED[how] : 'saved';
}
