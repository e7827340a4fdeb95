/** Parameters of an act on a dossier: the same key is the same act, however often it is sent. */
export const actParams = <Path extends object>(path: Path, key: string, dryRun = false) => ({
  path,
  header: { 'Idempotency-Key': key },
  query: dryRun ? { dryRun } : {},
});
