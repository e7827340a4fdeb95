/** One fault of a procedure file, precise enough to mend it. */
export interface ProcedureFault {
  /** Path inside the file: `states.submitted.on.accept[0].guards`. */
  place: string;
  code: string;
  reason: string;
}
export const fault = (place: string, code: string, reason: string): ProcedureFault => ({
  place,
  code,
  reason,
});
