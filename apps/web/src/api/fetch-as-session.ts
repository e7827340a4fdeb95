import { isUnattended, UNATTENDED_HEADER } from './attention.js';
import { isOfOldSession, problemOf } from './problem.js';
import { renewSession } from './renew-session.js';
import { sessionState } from './session-state.js';

/**
 * `fetch` in the name of the session. A request that carries the token of an earlier session of the same person is sent once
 * more with the one of today, and nobody hears of it. `request` tells afterwards under which it was sent last.
 */
export async function fetchAsSession(request: Request): Promise<Response> {
  if (isUnattended()) request.headers.set(UNATTENDED_HEADER, 'true');
  const again = request.clone();
  const { csrfToken } = sessionState;
  if (csrfToken !== null) request.headers.set('x-csrf-token', csrfToken);
  const response = await fetch(request);
  if (sessionState.personId === null || !(await isOutdated(response, csrfToken))) return response;
  for (const { headers } of [request, again])
    if (sessionState.csrfToken !== null) headers.set('x-csrf-token', sessionState.csrfToken);
  return fetch(again);
}

/** Whether the refusal speaks of an earlier session while there is one of today. */
async function isOutdated(response: Response, token: string | null): Promise<boolean> {
  if (response.status === 401) return sessionState.isNewerThan(token);
  if (response.status !== 403 || !isOfOldSession(await problemOf(response.clone()))) return false;
  return renewSession();
}
