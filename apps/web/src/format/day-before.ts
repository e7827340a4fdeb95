const DAY_MS = 86_400_000;

/** The day before a civil date `yyyy-MM-dd`, as such a date. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
