import { type Problem } from './problem.js';

type Listener = (problem: Problem) => void;

/**
 * What every request of this page carries. The token lives in memory only: a reloaded page asks for it again, and
 * nothing that survives in the browser can be stolen from it.
 */
class SessionState {
  csrfToken: string | null = null;
  private readonly listeners = new Set<Listener>();

  /** Tells whoever listens that the API no longer knows this session. */
  ended(problem: Problem): void {
    this.csrfToken = null;
    for (const listener of this.listeners) listener(problem);
  }

  onEnd(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
export const sessionState = new SessionState();
