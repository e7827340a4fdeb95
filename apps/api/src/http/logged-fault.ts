import { sqlStateOf, violatedConstraint } from '#database';
import { faultName } from '#kernel';

/** Errors whose text the engine makes of our own names; any other text can hold what somebody entered. */
const OF_THE_ENGINE = [TypeError, ReferenceError, RangeError];
const FRAME = /^\s+at /;

/** What of a fault may stand in a log: its kind, its codes and where it happened, and its text only where that is ours. */
export function loggedFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const state = sqlStateOf(error);
  const constraint = violatedConstraint(error);
  const isOurs = OF_THE_ENGINE.some((kind) => error instanceof kind);
  return {
    fault: faultName(error),
    ...(isOurs ? { message: error.message } : {}),
    ...(state === null ? {} : { state }),
    ...(constraint === null ? {} : { constraint }),
    stack: (error.stack ?? '').split('\n').filter((line) => FRAME.test(line)),
  };
}
