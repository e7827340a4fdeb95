import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newActKey } from '../../api/client.js';
import { type ActCall } from './acts.query.js';
import { dossierKey } from './dossier.query.js';

/** Makes what is shown of a dossier old, so that it is asked for again. */
export function useRefresh(id: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: dossierKey(id) }),
      queries.invalidateQueries({ queryKey: ['dossiers'] }),
    ]);
}

/**
 * An act with its try: `previewing` tells what it would do, `acting` does it, and what is shown of the dossier is asked for
 * again. One key for the same content, so that a second click and a second attempt count once.
 */
export function useAct<Content, Result>(
  dossierId: string,
  send: (content: Content, call: ActCall) => Promise<Result>,
) {
  const refresh = useRefresh(dossierId);
  const act = useRef({ content: '', key: '' });
  const keyFor = (content: Content) => {
    const text = JSON.stringify(content);
    if (act.current.key === '' || act.current.content !== text)
      act.current = { content: text, key: newActKey() };
    return act.current.key;
  };
  const previewing = useMutation({
    mutationFn: (content: Content) => send(content, { key: newActKey(), dryRun: true }),
  });
  const acting = useMutation({
    mutationFn: (content: Content) => send(content, { key: keyFor(content), dryRun: false }),
    onSuccess: async () => {
      act.current = { content: '', key: '' };
      await refresh();
    },
  });
  return { previewing, acting };
}
export type Act<Content, Result> = ReturnType<typeof useAct<Content, Result>>;
