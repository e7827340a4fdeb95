import { type Query, type QueryClient } from '@tanstack/react-query';
import { isOfOldSession, problemOfError } from './problem.js';

/** What names dossiers of which one may have been a part. */
const NAMING = ['dossiers', 'assignments', 'notifications', 'letters'];

/** Whether the API refuses to show something, which one may have seen until now. */
export function isLost(error: unknown): boolean {
  const problem = problemOfError(error);
  return (problem.status === 403 && !isOfOldSession(problem)) || problem.status === 404;
}

/** Asks anew for every list in which a dossier may be named. */
const askLists = (queries: QueryClient): void => {
  for (const key of NAMING) void queries.invalidateQueries({ queryKey: [key] });
};

/** Forgets everything about a dossier; what is on the screen is asked for again, and is then refused. */
export function forgetDossier(queries: QueryClient, id: string): void {
  for (const key of ['dossier', 'presence']) void queries.resetQueries({ queryKey: [key, id] });
  askLists(queries);
}

/**
 * Takes away what was shown when the API refuses to show it again. A dossier that is refused takes its sides along; a side
 * that is refused makes the dossier itself be asked for.
 */
export function dropLost(queries: QueryClient, error: unknown, query: Query<unknown, unknown>): void {
  const had = query.state.data !== undefined;
  if (!had || !isLost(error)) return;
  query.setState({ data: undefined });
  const [area, id, ...part] = query.queryKey;
  if (area !== 'dossier' && area !== 'presence') return;
  if (area === 'presence' || part.length > 0)
    return void queries.invalidateQueries({ queryKey: ['dossier', id], exact: true });
  const lost = { data: undefined, status: 'error', error: error as Error } as const;
  for (const side of queries.getQueryCache().findAll({ queryKey: ['dossier', id] })) side.setState(lost);
  askLists(queries);
}
