const keyOf = (personId: string) => `techgate.worklist.view.${personId}`;

/** The view with which a person begins on this device, or null. */
export const defaultViewOf = (personId: string): string | null => localStorage.getItem(keyOf(personId));

/** Keeps or forgets the view with which a person begins on this device. */
export function keepDefaultView(personId: string, viewId: string | null): void {
  if (viewId === null) localStorage.removeItem(keyOf(personId));
  else localStorage.setItem(keyOf(personId), viewId);
}
