import { newActKey } from '../../../api/client.js';

/**
 * One opening of a draft, from the first question to the last. Its name stands in the address of every question, so that
 * back, reload and a second tab belong to the same opening; it is the key under which the API opens one draft for it.
 */
export const newOpening = newActKey;

const nameOf = (personId: string, opening: string): string => `techgate.opened.${personId}.${opening}`;

/** The draft that a person opened with this opening on this device; null before. */
export function openedDraft(personId: string, opening: string): string | null {
  try {
    return localStorage.getItem(nameOf(personId, opening));
  } catch {
    return null;
  }
}

/** Remembers which draft an opening led to. Without room for it the API still knows by the key. */
export function rememberOpened(personId: string, opening: string, dossierId: string): void {
  try {
    localStorage.setItem(nameOf(personId, opening), dossierId);
  } catch {
    // The key leads to the same draft as long as the answers are the same.
  }
}
