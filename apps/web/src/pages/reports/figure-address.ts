import { type Schema } from '../../api/schema-names.js';

type List = Schema<'FigureDto'>['list'];

/** The page that shows exactly the list of a figure: the worklist begins with a tab of its own unless it is told `all`. */
export function figureAddress({ path, query }: List): string {
  if (path === '/api/v1/projects') return query === '' ? '/projects' : `/projects?${query}`;
  const params = new URLSearchParams(query);
  if (!params.has('tab')) params.set('tab', 'all');
  return `/dossiers?${params.toString()}`;
}
