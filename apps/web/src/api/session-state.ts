import { type Problem } from './problem.js';

type Listener = (problem: Problem) => void;

/**
 * What every request of this page carries. The token lives in memory only: a reloaded page asks for it again, and
 * nothing that survives in the browser can be stolen from it.
 */
class SessionState {
  /** Whose page this is; null for nobody's. */
  personId: string | null = null;
  private token: string | null = null;
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<() => void>();
  private readonly leavers = new Set<(personId: string) => void>();

  get csrfToken(): string | null {
    return this.token;
  }

  set csrfToken(token: string | null) {
    if (token === this.token) return;
    this.token = token;
    for (const watcher of this.watchers) watcher();
  }

  /** Calls back after each change of the token: another one is another session, if only of the same person. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  begin({ personId, csrfToken }: { personId: string; csrfToken: string | null }): void {
    this.personId = personId;
    this.csrfToken = csrfToken;
  }

  /** Whether somebody has signed in since a request was sent under that token. */
  isNewerThan(token: string | null): boolean {
    return this.token !== null && this.token !== token;
  }

  /**
   * Tells whoever listens that the API no longer knows this session. An answer to a request that was sent under an earlier
   * `token` may come late, and ends nothing.
   */
  ended(problem: Problem, token: string | null): void {
    if (this.isNewerThan(token)) return;
    this.csrfToken = null;
    for (const listener of this.listeners) listener(problem);
  }

  /** Tells whoever still holds something of a person that this person has signed out and wants nothing of it kept. */
  left(personId: string): void {
    for (const leaver of this.leavers) leaver(personId);
  }

  onLeft(leaver: (personId: string) => void): void {
    this.leavers.add(leaver);
  }

  onEnd(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
export const sessionState = new SessionState();
