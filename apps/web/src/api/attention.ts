const ABSENT_MS = 2 * 60_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
let lastSign = Date.now();

if (typeof window !== 'undefined')
  for (const sign of SIGNS)
    addEventListener(sign, () => (lastSign = Date.now()), { capture: true, passive: true });

/**
 * Whether nobody has touched this page for two minutes: what it asks then, it asks by itself, and a session that only
 * such questions keep alive would never end on a desk that somebody has left (`SESSION_IDLE_MINUTES`).
 */
export const isUnattended = (now = Date.now()): boolean => now - lastSign > ABSENT_MS;

/** Tells the API that nobody is here, so that the question is no sign of life of the session. */
export const UNATTENDED_HEADER = 'x-unattended';
