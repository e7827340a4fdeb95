import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { forgetDossier } from '../api/lost-access.js';
import { problemOf } from '../api/problem.js';
import { renewSession } from '../api/renew-session.js';
import { sessionState } from '../api/session-state.js';
import { GatheredNews } from './gathered-news.js';
import { type LiveEvent, LiveReader } from './live-reader.js';
import { oldAfter } from './old-after.js';

const AGAIN_MS = 3000;
const REFUSED_MS = 30_000;
const CHANNEL = 'techgate.events';

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()));
  });

/** Makes what an event speaks of old; what is on the screen is then asked for again. */
function apply(queries: QueryClient, news: GatheredNews, event: LiveEvent): void {
  const { dossierId } = event.data;
  if (event.event === 'gone' && typeof dossierId === 'string') forgetDossier(queries, dossierId);
  news.add(oldAfter(event));
}

/** Reads streams one after the other until the signal, or until the API says that the session has ended. */
async function listen(signal: AbortSignal, tell: (event: LiveEvent) => void): Promise<void> {
  const reader = new LiveReader(tell);
  while (!signal.aborted) {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    const { csrfToken } = sessionState;
    if (csrfToken !== null) headers['x-csrf-token'] = csrfToken;
    if (reader.lastId !== null) headers['last-event-id'] = reader.lastId;
    const response = await fetch('/api/v1/events', { headers, signal, credentials: 'same-origin' }).catch(
      () => null,
    );
    if (response?.status === 401) return sessionState.ended(await problemOf(response), csrfToken);
    // Signed in again on another page of this browser: its token begins the next stream (`useLiveEvents`).
    if (response?.status === 403) await renewSession();
    if (response?.ok) await reader.read(response).catch(() => undefined);
    // Ended from outside (the account was closed): what is on the screen is nobody's any more, at once.
    if (reader.ended) return void (await renewSession());
    const wait = response !== null && !response.ok ? REFUSED_MS : AGAIN_MS;
    await pause(Math.max(wait, Number(response?.headers.get('retry-after') ?? 0) * 1000), signal);
  }
}

/** Keeps open pages up to date. One tab of a browser reads the stream and hands on what it hears to the others. */
export function useLiveEvents(personId: string | null): void {
  const queries = useQueryClient();
  // A session that was renewed has another token: the stream of the one before has ended, and was told nothing since.
  const token = useSyncExternalStore(sessionState.watch, () => sessionState.csrfToken);
  useEffect(() => {
    if (personId === null || token === null) return;
    const leaving = new AbortController();
    const channel = new BroadcastChannel(CHANNEL);
    const news = new GatheredNews((queryKey) => void queries.invalidateQueries({ queryKey }));
    channel.onmessage = ({ data }: MessageEvent<LiveEvent>) => apply(queries, news, data);
    const tell = (event: LiveEvent) => {
      apply(queries, news, event);
      channel.postMessage(event);
    };
    const run = () => listen(leaving.signal, tell);
    // Browsers know locks on https and localhost only; elsewhere each tab has a stream of its own.
    const locks = (navigator as { locks?: LockManager }).locks;
    const running = locks ? locks.request(CHANNEL, { signal: leaving.signal }, run) : run();
    running.catch(() => undefined);
    return () => {
      leaving.abort();
      news.stop();
      channel.close();
    };
  }, [personId, token, queries]);
}
