import { type Problem } from './problem.js';

const SECONDS_AT_MOST = 90;

/** How long a refusal asks to wait, as people say it: up to a minute and a half in seconds; null where it says nothing. */
export function waitBeforeAgain({
  retryAfterSeconds: seconds,
}: Problem): { unit: 'seconds' | 'minutes'; count: number } | null {
  if (typeof seconds !== 'number' || seconds <= 0) return null;
  if (seconds <= SECONDS_AT_MOST) return { unit: 'seconds', count: Math.ceil(seconds) };
  return { unit: 'minutes', count: Math.ceil(seconds / 60) };
}
