import { problemOf } from '#contracts';
import { type Refusal } from '#kernel';
import { fieldFaultMessage } from './field-fault.messages.js';
import { type Language } from './language.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export interface ProblemError {
  pointer: string;
  code: string;
  message: string;
}
/** RFC 9457; a refusal's own details stand beside the standard members. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  errors?: ProblemError[];
  requestId: string;
  [detail: string]: unknown;
}
const RESERVED = ['type', 'title', 'status', 'detail', 'instance', 'code', 'errors', 'requestId'];

function errorsOf(errors: unknown, language: Language): ProblemError[] {
  if (!Array.isArray(errors)) return [];
  return (errors as Partial<ProblemError>[]).map(({ pointer = '', code = 'invalid', message, ...rest }) => ({
    pointer,
    code,
    message: message ?? fieldFaultMessage(code, language),
    ...rest,
  }));
}

/** Renders a refusal in a language. `instance` is the path without its query, which may hold personal data. */
export function problemDocument(
  refusal: Refusal,
  request: { url: string; id: string },
  language: Language,
): ProblemDocument {
  const problem = problemOf(refusal.code);
  const details = Object.entries(refusal.details).filter(([key]) => !RESERVED.includes(key));
  const errors = errorsOf(refusal.details['errors'], language);
  return {
    type: `urn:techgate:problem:${refusal.code}`,
    title: problem[language].title,
    status: problem.status,
    detail: problem[language].action,
    instance: request.url.split('?')[0] ?? '/',
    code: refusal.code,
    ...(errors.length > 0 ? { errors } : {}),
    ...Object.fromEntries(details),
    requestId: request.id,
  };
}
