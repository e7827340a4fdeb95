import { isUnattended, UNATTENDED_HEADER } from './attention.js';
import { isOfOldSession, problemOf } from './problem.js';
import { renewSession } from './renew-session.js';
import { sessionState } from './session-state.js';

/**
 * `fetch` in the name of the session. A request that carries the token of an earlier session of the same person is sent once
 * more with the one of today, and nobody hears of it.
 */
export async function fetchAsSession(request: Request): Promise<Response> {
  if (isUnattended()) request.headers.set(UNATTENDED_HEADER, 'true');
  const again = request.clone();
  const { csrfToken } = sessionState;
  if (csrfToken !== null) request.headers.set('x-csrf-token', csrfToken);
  const response = await fetch(request);
  if (response.status !== 403 || sessionState.personId === null) return response;
  if (!isOfOldSession(await problemOf(response.clone())) || !(await renewSession())) return response;
  if (sessionState.csrfToken !== null) again.headers.set('x-csrf-token', sessionState.csrfToken);
  return fetch(again);
}
