import { currentLanguage } from '../i18n/language.js';
import { ProblemError, problemOf, UNREACHABLE } from './problem.js';
import { sessionState } from './session-state.js';

export interface FetchedFile {
  name: string;
  content: Blob;
}

/**
 * A file of the API. It is fetched and not linked, since a session of a browser has to show its token for it.
 * @throws ProblemError with the problem document of the API, or `unreachable`
 */
export async function fetchFile(path: string, fallbackName: string): Promise<FetchedFile> {
  const headers = new Headers({ 'accept-language': currentLanguage() });
  if (sessionState.csrfToken !== null) headers.set('x-csrf-token', sessionState.csrfToken);
  const response = await fetch(path, { headers, credentials: 'same-origin' }).catch(() => {
    throw new ProblemError(UNREACHABLE);
  });
  if (!response.ok) {
    const problem = await problemOf(response);
    if (response.status === 401) sessionState.ended(problem);
    throw new ProblemError(problem);
  }
  return { name: nameIn(response) ?? fallbackName, content: await response.blob() };
}

function nameIn(response: Response): string | null {
  const disposition = response.headers.get('content-disposition') ?? '';
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null;
}

/** Hands a file to the browser, which keeps it as a download. */
export function keepFile({ name, content }: FetchedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
