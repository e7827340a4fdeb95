import { problemOf } from './problem.js';
import { sessionState } from './session-state.js';

let underWay: Promise<boolean> | null = null;

/**
 * Asks whose session this browser has by now: somebody may have signed in again on another page of it. True when it is the
 * same person's, whose token is then taken over. Another person's page begins anew, without anything of the one before.
 */
export function renewSession(): Promise<boolean> {
  underWay ??= askWhose().finally(() => (underWay = null));
  return underWay;
}

async function askWhose(): Promise<boolean> {
  const { personId, csrfToken: before } = sessionState;
  const response = await fetch('/api/v1/me', { credentials: 'same-origin' }).catch(() => null);
  if (response === null) return false;
  if (response.status === 401) sessionState.ended(await problemOf(response), before);
  if (!response.ok) return false;
  const { id, csrfToken = null } = (await response.json()) as { id: string; csrfToken?: string };
  if (id === personId) {
    sessionState.csrfToken = csrfToken;
    return true;
  }
  location.reload();
  return false;
}
