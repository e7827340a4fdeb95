import { isOfOldSession, ProblemError, problemOfError, type Problem, UNREACHABLE } from './problem.js';
import { renewSession } from './renew-session.js';
import { type Schema } from './schema-names.js';
import { sessionState } from './session-state.js';
import { currentLanguage } from '../i18n/language.js';

export type StoredFile = Schema<'DocumentDto'>;
export interface Upload {
  dossierId: string;
  file: File;
  fields: { kind: string; checklistItem?: string };
  /** One key for one choice of a file, kept when it is tried again. */
  key: string;
  signal: AbortSignal;
  onProgress: (share: number) => void;
}

function problemOfText(text: string, status: number): Problem {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  } catch {
    // Something in between wrote another answer.
  }
  return { ...UNREACHABLE, status };
}

/** Sends one file, again where the session was renewed on another page of this browser. @throws ProblemError */
export async function uploadFile(upload: Upload): Promise<StoredFile> {
  try {
    return await sendFile(upload);
  } catch (error) {
    if (!isOfOldSession(problemOfError(error)) || !(await renewSession())) throw error;
    return sendFile(upload);
  }
}

/** Tells how far it is: `fetch` cannot tell that. */
function sendFile({ dossierId, file, fields, key, signal, onProgress }: Upload): Promise<StoredFile> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  const request = new XMLHttpRequest();
  request.open('POST', `/api/v1/dossiers/${dossierId}/documents`);
  request.setRequestHeader('accept-language', currentLanguage());
  request.setRequestHeader('idempotency-key', key);
  const { csrfToken } = sessionState;
  if (csrfToken !== null) request.setRequestHeader('x-csrf-token', csrfToken);
  signal.addEventListener('abort', () => request.abort());
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
  return new Promise((resolve, reject) => {
    request.onload = () => {
      if (request.status === 201) return resolve(JSON.parse(request.responseText) as StoredFile);
      const problem = problemOfText(request.responseText, request.status);
      if (request.status === 401) sessionState.ended(problem, csrfToken);
      reject(new ProblemError(problem));
    };
    request.onerror = () => reject(new ProblemError(UNREACHABLE));
    request.onabort = () => reject(new ProblemError({ ...UNREACHABLE, code: 'stopped' }));
    request.send(form);
  });
}
