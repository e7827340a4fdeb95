/** How many failures are free, and how the wait grows after them. */
export interface LockOutRule {
  freeFailures: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}
export const ACCOUNT_RULE: LockOutRule = { freeFailures: 4, firstWaitSeconds: 30, longestWaitSeconds: 3600 };
/** Wider: many people sign in from one office behind one address. */
export const ADDRESS_RULE: LockOutRule = { freeFailures: 29, firstWaitSeconds: 30, longestWaitSeconds: 3600 };

/** Seconds to wait after so many failures in a row: none at first, then doubling up to the longest. */
export function waitSeconds(failures: number, rule: LockOutRule): number {
  const beyond = failures - rule.freeFailures;
  if (beyond <= 0) return 0;
  return Math.min(rule.longestWaitSeconds, rule.firstWaitSeconds * 2 ** Math.min(beyond - 1, 30));
}
