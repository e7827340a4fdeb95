import { currentLanguage } from '../../i18n/language.js';
import { ProblemError, problemOf, UNREACHABLE } from '../../api/problem.js';
import { sessionState } from '../../api/session-state.js';

/** The bytes of a file of the API. @throws ProblemError */
async function fetchFile(path: string): Promise<Blob> {
  const headers: Record<string, string> = { 'accept-language': currentLanguage() };
  if (sessionState.csrfToken !== null) headers['x-csrf-token'] = sessionState.csrfToken;
  const response = await fetch(path, { headers, credentials: 'same-origin' }).catch(() => {
    throw new ProblemError(UNREACHABLE);
  });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response.blob();
}

/** Saves a file of the API on the device: it is never opened inside of this page. @throws ProblemError */
export async function saveFile(path: string, fileName: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(path));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Bytes as an address that the content security policy admits for images. @throws ProblemError */
export function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new ProblemError(UNREACHABLE));
    reader.readAsDataURL(blob);
  });
}
