import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../i18n/language.js';
import { cleanAddress } from './clean-address.js';
import { fetchAsSession } from './fetch-as-session.js';
import { ProblemError, problemOf, UNREACHABLE } from './problem.js';
import { randomId } from './random-id.js';
import { type paths } from './schema.js';
import { sentBody } from './sent-body.js';
import { sessionState } from './session-state.js';

const speakForTheSession: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', currentLanguage());
    const address = cleanAddress(request.url);
    return address === request.url ? request : new Request(address, request);
  },
  async onResponse({ request, response }) {
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (response.status === 401) sessionState.ended(problem, request.headers.get('x-csrf-token'));
    throw new ProblemError(problem);
  },
  onError: () => new ProblemError(UNREACHABLE),
};

/** The API by its own description: paths, parameters and answers are checked by the compiler. Every refusal is thrown. */
export const api = createClient<paths>({
  baseUrl: '/',
  credentials: 'same-origin',
  // Reads carry the token too: a page of another site must not even make this browser ask.
  fetch: fetchAsSession,
  bodySerializer: sentBody,
});
api.use(speakForTheSession);

/**
 * The answer of a call, which is there whenever the call did not throw.
 * @throws ProblemError with the problem document of the API, or `unreachable`
 */
export async function answer<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  return (await call).data as Data;
}

/** A key under which one act of a person counts once, however often it is sent (Idempotency-Key). */
export const newActKey = (): string => randomId();
