import { useSyncExternalStore } from 'react';
import { queryClient } from '../../api/query-client.js';
import { sessionState } from '../../api/session-state.js';
import { dossierQuery, sendCommand } from '../dossiers/dossier.query.js';
import { type BulkItem, BulkRun, type BulkTask } from './bulk-run.js';

/** The run of this window: it goes on while its person looks at other pages, and is there when they come back. */
let current: { run: BulkRun; personId: string } | null = null;
const NOTHING: readonly BulkItem[] = [];
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

const askBeforeLeaving = (event: BeforeUnloadEvent) => {
  if (current?.run.busy) event.preventDefault();
};

/** Begins a run in the place of the one before. */
export function beginRun(personId: string, tasks: readonly BulkTask[]): BulkRun {
  const run = new BulkRun(tasks, {
    send: sendCommand,
    revisionOf: async (id) => (await queryClient.fetchQuery({ ...dossierQuery(id), staleTime: 0 })).revision,
    session: () => sessionState.csrfToken,
  });
  run.subscribe(tell);
  current = { run, personId };
  window.addEventListener('beforeunload', askBeforeLeaving);
  tell();
  return run;
}

export function endRun(): void {
  current = null;
  window.removeEventListener('beforeunload', askBeforeLeaving);
  tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The run of a person with its dossiers as they stand; nobody sees that of another. */
export function useBulkRun(personId: string): { run: BulkRun | null; items: readonly BulkItem[] } {
  const own = () => (current?.personId === personId ? current.run : null);
  const items = useSyncExternalStore(subscribe, () => own()?.items() ?? NOTHING);
  return { run: own(), items };
}
