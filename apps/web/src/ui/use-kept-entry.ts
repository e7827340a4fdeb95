import { useState } from 'react';
import { usePerson } from '../session/session.provider.js';
import { begunWith, keepEntry, nameOfKept, readEntry } from './kept-entry.js';

export interface KeptEntry<Value> {
  value: Value;
  set: (value: Value) => void;
  /** Whether what stands here was entered an earlier time. */
  isRestored: boolean;
  /** After the act was done, or to begin anew. */
  forget: () => void;
}

/**
 * What a person enters for one act: it is there again after another page was looked at, after Esc and after a reload, until
 * the act is done or the window of the browser is closed.
 * @param act the act and what it is about, such as `ask.<dossier>`
 */
export function useKeptEntry<Value>(act: string, empty: Value): KeptEntry<Value> {
  const name = nameOfKept(usePerson().id, act);
  const [value, setValue] = useState(() => begunWith(empty, readEntry(sessionStorage, name)));
  const [isRestored, setRestored] = useState(() => JSON.stringify(value) !== JSON.stringify(empty));
  const put = (next: Value, kept: Value | null) => {
    keepEntry(sessionStorage, name, kept);
    setValue(next);
  };
  const forget = () => {
    put(empty, null);
    setRestored(false);
  };
  return { value, set: (next) => put(next, next), isRestored, forget };
}
