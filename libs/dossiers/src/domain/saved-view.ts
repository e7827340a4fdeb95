import { Refusal } from '#kernel';
import { parseListQuery } from '../list/list-query.js';
import { type DossierListQuery } from '../list/list-query.js';
import { invalidQuery, rawQueryOf } from '../list/list-grammar.js';

/** Columns that a worklist can show; a closed list, since views are kept for years. */
export const LIST_COLUMNS = [
  'fileCode',
  'projectName',
  'procedureId',
  'status',
  'actions',
  'dueOn',
  'receivedOn',
  'investorName',
  'requesterName',
  'leadAppraiserName',
  'channel',
  'trigger',
  'updatedAt',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** A view as somebody wants it. */
export interface ViewDraft {
  name: string;
  /** The query string of the list. */
  query: string;
  columns: ListColumn[];
  shared: boolean;
  position: number;
}
/** What belongs to a page and not to a view. */
const OF_A_PAGE = ['cursor', 'limit', 'count'];

/**
 * The query string of a view as it is kept, read by the list's own grammar.
 * @throws Refusal `list_query_invalid` naming the parameter; `view_search_stays_private` for words that would be shown to
 * people who may not see what they name
 */
export function viewQuery({ query, shared }: Pick<ViewDraft, 'query' | 'shared'>): {
  text: string;
  parsed: DossierListQuery;
} {
  const raw = rawQueryOf(query);
  const misplaced = OF_A_PAGE.find((name) => raw[name] !== undefined);
  if (misplaced !== undefined) invalidQuery(misplaced, 'not_in_a_view');
  const parsed = parseListQuery(raw);
  if (shared && (parsed.q ?? '').trim() !== '') throw new Refusal('view_search_stays_private');
  return { text: new URLSearchParams(query).toString(), parsed };
}
