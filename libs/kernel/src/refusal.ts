import { type ProblemCode } from '#contracts';

/** What a refusal may carry: ids, codes, dates and numbers, never secrets. */
export type RefusalDetails = Record<string, unknown>;

/**
 * A named "no". The code is looked up in the problem catalogue for its HTTP status and its texts;
 * nothing is changed when one is thrown.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** One faulty field: JSON pointer, code of the rule, and values for its message. */
export interface FieldFault {
  pointer: string;
  code: string;
  message: string;
}

/** A word for what went wrong, for logs and rows: the code of a refusal, else the class of the error; never its text. */
export const faultName = (error: unknown): string =>
  error instanceof Refusal ? error.code : error instanceof Error ? error.constructor.name : 'unknown';
