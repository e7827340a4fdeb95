import { type Column, COLUMNS } from './worklist-columns.js';
import { listQueryOf, readFilter, TABS, type WorklistFilter, writeFilter } from './worklist-filter.js';
import { type ViewDraft } from './views.query.js';

type KeptColumn = ViewDraft['columns'][number];
/** The names under which columns are kept for years, and those of the worklist. */
const KEPT: Record<Column, KeptColumn> = {
  project: 'projectName',
  code: 'fileCode',
  investor: 'investorName',
  procedure: 'procedureId',
  status: 'status',
  turn: 'actions',
  lead: 'leadAppraiserName',
  received: 'receivedOn',
  due: 'dueOn',
  updated: 'updatedAt',
};
export const keptColumns = (columns: readonly Column[]): KeptColumn[] => columns.map((name) => KEPT[name]);
/** The columns of a view that the worklist knows; the project always stays. */
export const columnsOf = (kept: readonly string[]): Column[] =>
  COLUMNS.filter((name) => name === 'project' || kept.includes(KEPT[name]));

const paramsOf = (query: Record<string, string | string[]>): URLSearchParams => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) params.append(name, one);
  return params;
};
/** A filter as a view keeps it: the query of the list of the API. */
export const queryOf = (filter: WorklistFilter): string => paramsOf(listQueryOf(filter)).toString();

/** The filter that a query of the list stands for: without a tab it is that of all dossiers. */
export function filterOfQuery(query: string): WorklistFilter {
  const params = new URLSearchParams(query);
  if (!params.has('tab')) params.set('tab', 'all');
  return readFilter(params, TABS);
}
/** The address of the worklist for the query of a view. */
export const searchOf = (query: string): string => writeFilter(filterOfQuery(query)).toString();
