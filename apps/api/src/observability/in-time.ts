const PATIENCE_MS = 3000;

/** What an attempt gives, or a failure once nobody would wait any longer for a probe. */
export function inTime<Result>(attempt: Promise<Result>, patienceMs = PATIENCE_MS): Promise<Result> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('timeout')), patienceMs).unref(),
  );
  return Promise.race([attempt, late]);
}
