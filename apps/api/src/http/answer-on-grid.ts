/** Milliseconds between two moments at which such answers leave. */
const GRID = 5;

/**
 * Does something at a moment that tells nothing of how long its cause took: the first one of a grid that lies at least
 * `after` milliseconds behind an arrival, as long as the cause took less. Spinning to an exact moment would cost a processor,
 * and a timer alone fires up to a millisecond early or late by what was done before.
 * @param arrival milliseconds of `performance.now()`
 * @param after milliseconds; 0 does it at once
 */
export function answerOnGrid(arrival: number, after: number, act: () => void): void {
  if (after === 0) return void act();
  atMoment(Math.ceil((arrival + after) / GRID) * GRID, act);
}

function atMoment(moment: number, act: () => void): void {
  const left = moment - performance.now();
  if (left <= 0) act();
  else setTimeout(() => atMoment(moment, act), Math.ceil(left));
}
