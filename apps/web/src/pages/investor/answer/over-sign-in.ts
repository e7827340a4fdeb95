import { problemOfError } from '../../../api/problem.js';

/** The session of whoever is acting. */
export interface ActingSession {
  /** Whether it is open in the name of this person. */
  isOpen: () => boolean;
  /** Asks for its token again: somebody may have signed in on another page of this browser. */
  resume: () => Promise<void>;
}
const PAUSE_MS = 700;

/**
 * Does an act as the editor saves: when the session has ended it waits until the person has signed in again over the page,
 * and then goes on. What is refused for another reason is refused. @throws ProblemError
 */
export async function overSignIn<Outcome>(
  act: () => Promise<Outcome>,
  { isOpen, resume }: ActingSession,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    const { status, code } = problemOfError(error);
    const isStale = /^csrf_/.test(code);
    if (!isStale && status !== 401) throw error;
    if (isStale) await resume().catch(() => undefined);
    while (!isOpen()) await pause();
    return act();
  }
}
