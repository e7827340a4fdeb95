import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionState } from '../api/session-state.js';
import { type LiveEvent, LiveReader } from './live-reader.js';

const AGAIN_MS = 3000;
const REFUSED_MS = 30_000;
const CHANNEL = 'techgate.events';

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()));
  });

/** Makes what an event speaks of old; what is on the screen is then asked for again. */
function apply(queries: QueryClient, { event, data }: LiveEvent): void {
  const old = (...queryKey: unknown[]) => void queries.invalidateQueries({ queryKey });
  if (event === 'refresh' || (event === 'ready' && data['resumed'] === false))
    for (const key of ['dossiers', 'dossier', 'notifications', 'projects', 'project', 'reports', 'letters'])
      old(key);
  if (event === 'dossier')
    for (const key of [['dossier', data['dossierId']], ['dossiers'], ['letters']]) old(...key);
  if (event === 'project') for (const key of [['project', data['projectId']], ['projects']]) old(...key);
  if (event === 'notification') old('notifications');
  if (event === 'presence') old('presence', data['dossierId']);
}

/** Reads streams one after the other until the signal, or until the API says that the session has ended. */
async function listen(signal: AbortSignal, tell: (event: LiveEvent) => void): Promise<void> {
  const reader = new LiveReader(tell);
  while (!signal.aborted) {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (sessionState.csrfToken !== null) headers['x-csrf-token'] = sessionState.csrfToken;
    if (reader.lastId !== null) headers['last-event-id'] = reader.lastId;
    const response = await fetch('/api/v1/events', { headers, signal, credentials: 'same-origin' }).catch(
      () => null,
    );
    if (response?.status === 401) return;
    if (response?.ok) await reader.read(response).catch(() => undefined);
    if (reader.ended) return;
    const wait = response !== null && !response.ok ? REFUSED_MS : AGAIN_MS;
    await pause(Math.max(wait, Number(response?.headers.get('retry-after') ?? 0) * 1000), signal);
  }
}

/** Keeps open pages up to date. One tab of a browser reads the stream and hands on what it hears to the others. */
export function useLiveEvents(personId: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (personId === null) return;
    const leaving = new AbortController();
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<LiveEvent>) => apply(queries, data);
    const tell = (event: LiveEvent) => {
      apply(queries, event);
      channel.postMessage(event);
    };
    const run = () => listen(leaving.signal, tell);
    // Browsers know locks on https and localhost only; elsewhere each tab has a stream of its own.
    const locks = (navigator as { locks?: LockManager }).locks;
    const running = locks ? locks.request(CHANNEL, { signal: leaving.signal }, run) : run();
    running.catch(() => undefined);
    return () => {
      leaving.abort();
      channel.close();
    };
  }, [personId, queries]);
}
