import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fetchAsSession } from './fetch-as-session.js';
import { sessionState } from './session-state.js';

const ADDRESS = 'https://techgate.example/api/v1/dossiers';
/** What the network was asked: method, path, token, content. */
let asked: string[];
/** The person and the token of the session that the browser has by now; null when it has none. */
let session: { id: string; csrfToken: string } | null;
let reloads: number;
const { fetch } = globalThis;

async function network(input: RequestInfo | URL): Promise<Response> {
  const request = input instanceof Request ? input : new Request(`https://techgate.example${String(input)}`);
  const token = request.headers.get('x-csrf-token');
  const { pathname } = new URL(request.url);
  asked.push([request.method, pathname, token, await request.text()].filter(Boolean).join(' '));
  if (session === null) return Response.json({ code: 'not_signed_in' }, { status: 401 });
  if (pathname.endsWith('/me')) return Response.json(session);
  if (token !== session.csrfToken)
    return Response.json({ code: token === null ? 'csrf_missing' : 'csrf_wrong' }, { status: 403 });
  return Response.json({}, { status: 201 });
}
beforeEach(() => {
  asked = [];
  session = { id: 'anna', csrfToken: 'new' };
  sessionState.begin({ personId: 'anna', csrfToken: 'old' });
  globalThis.fetch = network;
  reloads = 0;
  Object.assign(globalThis, { location: { reload: () => (reloads += 1) } });
});
afterEach(() => {
  globalThis.fetch = fetch;
  Reflect.deleteProperty(globalThis, 'location');
});
const post = () => fetchAsSession(new Request(ADDRESS, { method: 'POST', body: 'x' }));

describe('a request in the name of a session', () => {
  test('is sent again with its content, once, when the same person signed in again elsewhere', async () => {
    expect((await post()).status).toBe(201);
    const path = '/api/v1/dossiers';
    expect(asked).toEqual([`POST ${path} old x`, 'GET /api/v1/me', `POST ${path} new x`]);
    expect((await post()).status).toBe(201);
    expect(asked).toHaveLength(4);
  });

  test('asks whose session it is once for all that were refused together', async () => {
    await Promise.all([post(), post(), post()]);
    expect(asked.filter((one) => one.endsWith('/me'))).toHaveLength(1);
  });

  test('is not sent again for another person: their page begins anew', async () => {
    session = { id: 'binh', csrfToken: 'new' };
    expect((await post()).status).toBe(403);
    expect(asked).toHaveLength(2);
    expect(reloads).toBe(1);
    expect(sessionState.csrfToken).toBe('old');
  });

  test('is sent again, and ends nothing, when it is told late that the session before this one is over', async () => {
    let ended = 0;
    const stop = sessionState.onEnd(() => (ended += 1));
    globalThis.fetch = async (input) => {
      if (asked.length > 0) return network(input);
      // Somebody signs in again while the answer is on its way.
      session = null;
      const late = await network(input);
      session = { id: 'anna', csrfToken: 'new' };
      sessionState.begin({ personId: 'anna', csrfToken: 'new' });
      return late;
    };
    const request = new Request(ADDRESS, { method: 'POST', body: 'x' });
    expect((await fetchAsSession(request)).status).toBe(201);
    expect(asked).toEqual(['POST /api/v1/dossiers old x', 'POST /api/v1/dossiers new x']);
    expect(request.headers.get('x-csrf-token')).toBe('new');
    sessionState.ended({ code: 'not_signed_in', status: 401, title: '' } as never, 'old');
    expect({ ended, token: sessionState.csrfToken }).toEqual({ ended: 0, token: 'new' });
    stop();
  });

  test('tells that the session is over when nobody signed in again', async () => {
    let ended = 0;
    const stop = sessionState.onEnd(() => (ended += 1));
    globalThis.fetch = async (input) => {
      const answer = await network(input);
      session = null;
      return answer;
    };
    expect((await post()).status).toBe(403);
    expect(ended).toBe(1);
    stop();
  });
});
