/** Where entries of the browser window are kept: what `sessionStorage` can do. */
export type EntryStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Under which name the entry of a person for an act is kept. */
export const nameOfKept = (personId: string, act: string): string => `techgate.entry.${personId}.${act}`;

/** What was kept under a name; null when nothing was, or nothing that can be read. */
export function readEntry<Value>(store: EntryStore, name: string): Value | null {
  try {
    return JSON.parse(store.getItem(name) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

/** Keeps what was entered, or forgets it. A device without room keeps it as long as the page is open. */
export function keepEntry(store: EntryStore, name: string, value: unknown): void {
  try {
    if (value === null) store.removeItem(name);
    else store.setItem(name, JSON.stringify(value));
  } catch {
    // Without room there is nothing more to be done than what the page itself holds.
  }
}

/** What a form begins with: its empty values, and over them what was kept of an earlier or a younger form. */
export const begunWith = <Value>(empty: Value, kept: unknown): Value => {
  if (kept === null || typeof kept !== typeof empty) return empty;
  return typeof empty === 'object' ? { ...empty, ...(kept as Value) } : (kept as Value);
};
