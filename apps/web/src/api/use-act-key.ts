import { useMemo, useRef } from 'react';
import { newActKey } from './client.js';

export interface ActKeys {
  /** The key of what is sent: the same for the same body, so that a repeated request acts once. */
  of: (body: unknown) => string;
  /** After the act was done: the same again is another act. */
  renew: () => void;
}

/** Keys of one form over its retries: a lost answer is asked for again with its key, a corrected form has another one. */
export function useActKey(): ActKeys {
  const last = useRef({ text: '', key: '' });
  return useMemo(
    () => ({
      of: (body) => {
        const text = JSON.stringify(body);
        if (last.current.text !== text) last.current = { text, key: newActKey() };
        return last.current.key;
      },
      renew: () => {
        last.current = { text: '', key: '' };
      },
    }),
    [],
  );
}
