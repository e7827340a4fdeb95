/** Where things are kept outside of the database: documents and letters, and the key with what it signed. */
export const PLACES = ['storage', 'keys'] as const;
export type Place = (typeof PLACES)[number];

/** A disk that hangs must not hang whoever asks about it. */
const PATIENCE_MS = 2500;

/** Tries every place; the names of those where it fails, or does not end within `patienceMs`. */
export async function lostPlaces(
  tries: Readonly<Record<Place, () => Promise<unknown>>>,
  patienceMs = PATIENCE_MS,
): Promise<Place[]> {
  const outcomes = await Promise.allSettled(PLACES.map((place) => inTime(tries[place](), patienceMs)));
  return PLACES.filter((_, n) => outcomes[n]?.status === 'rejected');
}

function inTime(attempt: Promise<unknown>, patienceMs: number): Promise<unknown> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('timeout')), patienceMs).unref();
  });
  return Promise.race([attempt, late]);
}
