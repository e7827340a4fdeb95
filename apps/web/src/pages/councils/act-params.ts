import { keyed } from '../../api/act-headers.js';

/** Parameters of an act on a dossier: the same key is the same act, however often it is sent. */
export const actParams = <Path extends object>(path: Path, key: string, dryRun = false) => ({
  path,
  header: keyed(key),
  query: dryRun ? { dryRun: 'true' as const } : {},
});
