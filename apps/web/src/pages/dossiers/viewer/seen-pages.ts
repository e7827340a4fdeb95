const KEY = 'techgate.page.';

/** The page at which a document was left on this device, for as long as the browser is open; null: not yet seen. */
export function seenPage(documentId: string): number | null {
  const kept = Number(sessionStorage.getItem(KEY + documentId));
  return Number.isSafeInteger(kept) && kept > 0 ? kept : null;
}
export const keepPage = (documentId: string, page: number): void =>
  sessionStorage.setItem(KEY + documentId, String(page));
