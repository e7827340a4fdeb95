/** A named refusal: HTTP status, and for each language what happened and what to do about it. */
export interface ProblemText {
  title: string;
  /** What the person can do now. */
  action: string;
}
export interface Problem {
  status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 415 | 422 | 423 | 428 | 429 | 431 | 500 | 503;
  vi: ProblemText;
  en: ProblemText;
}
export type ProblemTable = Record<string, Problem>;
