import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { newActKey } from '../../api/client.js';
import { useRefresh } from '../dossiers/use-act.js';

/**
 * One act of a person on a dossier. Tried again with the same values it has the same key, so that an answer that was lost
 * on the way is not a second act; afterwards all that is shown of the dossier is asked for again.
 */
export function useAct<Values, Result>(
  dossierId: string,
  send: (values: Values, key: string) => Promise<Result>,
  onDone?: (result: Result) => void,
): UseMutationResult<Result, Error, Values> {
  const refresh = useRefresh(dossierId);
  const sent = useRef({ text: '', key: '' });
  return useMutation<Result, Error, Values>({
    mutationFn: (values) => {
      const text = JSON.stringify(values ?? null);
      if (sent.current.text !== text) sent.current = { text, key: newActKey() };
      return send(values, sent.current.key);
    },
    onSuccess: async (result) => {
      sent.current = { text: '', key: '' };
      await refresh();
      onDone?.(result);
    },
  });
}
