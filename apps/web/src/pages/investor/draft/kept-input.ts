import { type Draft, draftOf } from './draft.types.js';
import { randomId } from '../../../api/random-id.js';

/** Input that was not saved when its page went away: form input only, nothing of the session. */
export interface KeptInput {
  /** Name of the entry, one for each time that the page was opened. */
  name: string;
  /** When it was last typed in, as an instant. */
  at: number;
  revision: number;
  /** The version of the server on which it was typed. */
  base: Draft;
  draft: Draft;
}

const ROOT = 'techgate.unsaved';
const folderOf = (personId: string, dossierId: string) => `${ROOT}.${personId}.${dossierId}.`;
export const newEntryName = (personId: string, dossierId: string): string =>
  folderOf(personId, dossierId) + randomId();

/** Keeps input on this device at once. False when the device has no room for it. */
export function keepInput({ name, ...entry }: KeptInput): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}
export const forgetInput = (name: string): void => localStorage.removeItem(name);

function readEntry(name: string): KeptInput | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? '') as Omit<KeptInput, 'name'>;
    return { name, ...kept, base: draftOf(kept.base), draft: draftOf(kept.draft) };
  } catch {
    return null;
  }
}

/** A page that is open holds a lock with the name of its entry, so that no other offers what is still being typed there. */
export function holdEntry(name: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks?.request(name, () => held);
  return () => release();
}

/** What this person left unsaved in this dossier on this device, newest first, without what is open elsewhere. */
export async function keptInputs(personId: string, dossierId: string): Promise<KeptInput[]> {
  const folder = folderOf(personId, dossierId);
  const names = Object.keys(localStorage).filter((name) => name.startsWith(folder));
  const open = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name) ?? []);
  return names
    .filter((name) => !open.has(name))
    .flatMap((name) => readEntry(name) ?? [])
    .sort((a, b) => b.at - a.at);
}
