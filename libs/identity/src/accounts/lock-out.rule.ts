/** How many failures are free, and how the wait grows after them. */
export interface LockOutRule {
  freeFailures: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}
export const ACCOUNT_RULE: LockOutRule = { freeFailures: 4, firstWaitSeconds: 30, longestWaitSeconds: 3600 };
/** Wider: many people sign in from one office behind one address. */
export const ADDRESS_RULE: LockOutRule = { freeFailures: 29, firstWaitSeconds: 30, longestWaitSeconds: 3600 };
/**
 * Guesses at the tracking secret of one dossier, from wherever they come. The wait stays short: strangers must not keep its
 * owner out for long, and what is guessed at has 120 random bits.
 */
export const TRACKING_CODE_RULE: LockOutRule = {
  freeFailures: 9,
  firstWaitSeconds: 5,
  longestWaitSeconds: 60,
};

/** After so long without a further failure half of them count no more. */
const HALF_LIFE_MS = 3_600_000;
/** Beyond these halvings nothing is left of any count. */
const MOST_HALVINGS = 31;

/** Failures with the instant (milliseconds) from which the next halving is counted. */
export interface FailureCount {
  failures: number;
  since: number;
}

/**
 * What is left of a count at an instant: halved for every whole hour, the rest of the hour goes on. A reading at any time
 * changes nothing of what another one finds, so the successes of others neither keep a count alive nor wear it down.
 */
export function fadedCount({ failures, since }: FailureCount, now: number): FailureCount {
  const halvings = Math.max(0, Math.floor((now - since) / HALF_LIFE_MS));
  const left = halvings > MOST_HALVINGS ? 0 : Math.floor(failures / 2 ** halvings);
  return left === 0
    ? { failures: 0, since: now }
    : { failures: left, since: since + halvings * HALF_LIFE_MS };
}

/** Seconds to wait after so many failures in a row: none at first, then doubling up to the longest. */
export function waitSeconds(failures: number, rule: LockOutRule): number {
  const beyond = failures - rule.freeFailures;
  if (beyond <= 0) return 0;
  return Math.min(rule.longestWaitSeconds, rule.firstWaitSeconds * 2 ** Math.min(beyond - 1, 30));
}
