/** What stands before and after a dossier in the queue; after the last one comes the first that is left. */
export function placeIn(
  ids: readonly string[],
  id: string,
): { previous: string | null; next: string | null; position: number | null } {
  const at = ids.indexOf(id);
  if (at < 0) return { previous: null, next: ids[0] ?? null, position: null };
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null, position: at + 1 };
}

/** Where to go once a dossier is dealt with: the one after it, else the first of those that are left. */
export const afterDealing = (ids: readonly string[], id: string): string | null =>
  placeIn(ids, id).next ?? ids.find((one) => one !== id) ?? null;
