import { useQueryClient } from '@tanstack/react-query';
import { newActKey } from '../../../api/client.js';
import { useActKey } from '../../../api/use-act-key.js';
import { useOnce } from '../../../api/use-once.js';
import { type ActCall } from './acts.query.js';
import { dossierKey } from '../dossier.query.js';

/** Makes what is shown of a dossier old, so that it is asked for again. */
export function useRefresh(id: string): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: dossierKey(id) }),
      queries.invalidateQueries({ queryKey: ['dossiers'] }),
    ]);
}

/** One act of a person on a dossier; afterwards all that is shown of the dossier is asked for again. */
export function useAct<Content, Result>(
  dossierId: string,
  send: (content: Content, key: string) => Promise<Result>,
  onDone?: (result: Result) => void,
) {
  const refresh = useRefresh(dossierId);
  const key = useActKey();
  return useOnce<Result, Content>({
    mutationFn: (content) => send(content, key.of(content ?? null)),
    onSuccess: async (result) => {
      key.renew();
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
  const acting = useAct(
    dossierId,
    (content: Content, key) => send(content, { key, dryRun: false }),
    (result) => {
      // What was done is no forecast any more.
      previewing.reset();
      onDone?.(result);
    },
  );
  return { previewing, acting };
}
export type TriedAct<Content, Result> = ReturnType<typeof useTriedAct<Content, Result>>;
