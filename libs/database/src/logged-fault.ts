import { faultName } from '#kernel';
import { sqlStateOf, violatedConstraint } from './unit-of-work.js';

/** A call in a file of ours, of a library or of the engine: whatever else looks like one may be a text. */
const FRAME = /^\s+at (?:async |.* \()?(?:file:\/|node:|\/|[A-Za-z]:\\).*:\d+:\d+\)?$/;

/**
 * What of a fault may stand in a log: its kind, its codes and where it happened. Never its text: the engine, too, quotes
 * in it what somebody entered.
 */
export function loggedFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const state = sqlStateOf(error);
  const constraint = violatedConstraint(error);
  return {
    fault: faultName(error),
    ...(state === null ? {} : { state }),
    ...(constraint === null ? {} : { constraint }),
    stack: framesOf(error),
  };
}

/** A text of several lines can look like a frame itself, so it is cut out before frames are looked for. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .replace(message, () => '')
    .split('\n')
    .filter((line) => FRAME.test(line));
