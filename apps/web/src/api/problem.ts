import { type components } from './schema.js';

/** RFC 9457 as the API writes it. `unreachable` is ours: there was no answer at all. */
export type Problem = Pick<components['schemas']['Problem'], 'title' | 'detail' | 'status' | 'code'> &
  Partial<components['schemas']['Problem']> & { retryAfterSeconds?: number };

export const UNREACHABLE: Problem = { code: 'unreachable', status: 0, title: '', detail: '' };

/** A part of the application itself did not arrive. */
export const NOT_LOADED: Problem = { code: 'not_loaded', status: 0, title: '', detail: '' };

/** Whether a request was refused because it carries the token of an earlier session, or none. */
export const isOfOldSession = ({ code }: Problem): boolean => code.startsWith('csrf_');

/** A refusal, in the language of the reader; `title` says what, `detail` what to do now. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
  }
}

/** The problem document of an answer; a proxy in between may have written something else. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  return { code: 'unreachable', status: response.status, title: '', detail: '' };
}

/** The problem of whatever was thrown; a fault in the page itself is `page_fault`. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { code: 'page_fault', status: 0, title: '', detail: '' };
}
