import { sessionState } from '../api/session-state.js';
import { forgetFiles } from '../pages/intake/kept-files.js';
import { type Entries, isContent, isContentOf, type LeftKind, unsavedKinds } from './left-entries.js';

const entriesOf = (store: Storage): Entries => Object.entries(store) as [string, string][];

/** Of which kinds this person entered something here that the server does not have. */
export const unsavedHere = (personId: string): LeftKind[] =>
  unsavedKinds([...entriesOf(localStorage), ...entriesOf(sessionStorage)], personId);

function forget(store: Storage, isLeft: (name: string) => boolean): void {
  for (const [name] of entriesOf(store)) if (isLeft(name)) store.removeItem(name);
}

/**
 * Removes from this device what a person entered or looked at; how the person likes lists to look stays. The window of the
 * browser belongs to whoever signs out, so that nothing of it is left, of whomever.
 */
export async function leaveDevice(personId: string): Promise<void> {
  sessionState.left(personId);
  forget(localStorage, (name) => isContentOf(personId, name));
  forget(sessionStorage, isContent);
  await forgetFiles(personId);
}
