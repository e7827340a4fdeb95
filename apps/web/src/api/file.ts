import { currentLanguage } from '../i18n/language.js';
import { fetchAsSession } from './fetch-as-session.js';
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
  const response = await answerAsSession(path);
  return { name: nameIn(response) ?? fallbackName, content: await response.blob() };
}

/**
 * An answer of the API that is not JSON, to a question that `api` cannot ask.
 * @throws ProblemError with the problem document of the API, or `unreachable`
 */
export async function answerAsSession(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', currentLanguage());
  const request = new Request(path, { ...init, headers, credentials: 'same-origin' });
  const response = await fetchAsSession(request).catch(() => {
    throw new ProblemError(UNREACHABLE);
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (response.status === 401) sessionState.ended(problem, request.headers.get('x-csrf-token'));
  throw new ProblemError(problem);
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
