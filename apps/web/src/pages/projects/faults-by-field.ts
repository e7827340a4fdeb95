import { problemOfError } from '../../api/problem.js';

/** What the API found wrong, by the field that its pointer names. */
export const faultsByField = (error: unknown): Partial<Record<string, string>> =>
  Object.fromEntries(
    (error === null ? [] : (problemOfError(error).errors ?? [])).map(({ pointer, message }) => [
      pointer.split('/').at(-1) ?? '',
      message,
    ]),
  );
