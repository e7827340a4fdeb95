const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** The civil date so many weeks after another one, before it when negative. */
export const weeksFrom = (day: string, weeks: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + weeks * WEEK_MS).toISOString().slice(0, 10);
