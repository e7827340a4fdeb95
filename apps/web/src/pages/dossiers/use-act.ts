import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newActKey } from '../../api/client.js';
import { useOnce } from '../../api/use-once.js';
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

/** One key for the same content until the act is done, so that an answer that was lost on the way is not a second act. */
function useActKey<Content>() {
  const sent = useRef({ text: '', key: '' });
  return {
    keyFor: (content: Content): string => {
      const text = JSON.stringify(content ?? null);
      if (sent.current.text !== text) sent.current = { text, key: newActKey() };
      return sent.current.key;
    },
    forget: () => {
      sent.current = { text: '', key: '' };
    },
  };
}

/** One act of a person on a dossier; afterwards all that is shown of the dossier is asked for again. */
export function useAct<Content, Result>(
  dossierId: string,
  send: (content: Content, key: string) => Promise<Result>,
  onDone?: (result: Result) => void,
) {
  const refresh = useRefresh(dossierId);
  const { keyFor, forget } = useActKey<Content>();
  return useOnce<Result, Content>({
    mutationFn: (content) => send(content, keyFor(content)),
    onSuccess: async (result) => {
      forget();
      await refresh();
      onDone?.(result);
    },
  });
}

/** An act with its try: `previewing` tells what it would do, `acting` does it. */
export function useTriedAct<Content, Result>(
  dossierId: string,
  send: (content: Content, call: ActCall) => Promise<Result>,
  onDone?: (result: Result) => void,
) {
  const previewing = useOnce({
    mutationFn: (content: Content) => send(content, { key: newActKey(), dryRun: true }),
  });
  const acting = useAct(dossierId, (content: Content, key) => send(content, { key, dryRun: false }), onDone);
  return { previewing, acting };
}
export type TriedAct<Content, Result> = ReturnType<typeof useTriedAct<Content, Result>>;
