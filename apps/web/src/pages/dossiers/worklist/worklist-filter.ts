import { type ProcedureId, PROCEDURES, type Status, STATUSES } from '#contracts';
import { type QueryOf } from '../../../api/schema-names.js';
import { isDay } from '../../../format/format.js';

export const TABS = ['mine', 'unassigned', 'team', 'open', 'closed', 'all'] as const;
export type WorklistTab = (typeof TABS)[number];
export const ORIGINS = ['state', 'domestic_private', 'fdi'] as const;
const SORTS = ['dueOn', 'receivedOn', 'updatedAt', 'fileCode', 'name'] as const;
export type SortKey = (typeof SORTS)[number];
export const REFUSAL_GROUNDS = ['prohibited', 'outdated', 'other'] as const;
const DAYS = ['dueFrom', 'dueTo', 'silentBy', 'decidedFrom', 'decidedTo', 'from', 'to'] as const;
const FLAGS = ['overdue', 'nearDue'] as const;

/** What the address of a worklist says; the same words as the list of the API. */
export interface WorklistFilter {
  tab: WorklistTab;
  status: Status[];
  procedure: ProcedureId[];
  capitalOrigin: (typeof ORIGINS)[number][];
  /** `me`, `none` or the id of a lead appraiser; an empty text for anybody. */
  assignee: string;
  /** Only dossiers with which the reader has something to do now. */
  action: boolean;
  overdue: boolean;
  nearDue: boolean;
  dueFrom: string;
  dueTo: string;
  /** The term runs out up to this day, and silence would count as agreement. */
  silentBy: string;
  decidedFrom: string;
  decidedTo: string;
  /** Why it was refused. */
  refusedFor: (typeof REFUSAL_GROUNDS)[number][];
  from: string;
  to: string;
  q: string;
  sort: SortKey;
  descending: boolean;
}
/** A condition that the reader set and can take away. */
export type FilterName = Exclude<keyof WorklistFilter, 'tab' | 'sort' | 'descending'>;

/** The id of the field of a condition, so that what names it can lead to it. */
export const fieldIdOf = (name: FilterName): string => `filter-${name}`;

const known = <Word extends string>(params: URLSearchParams, name: string, words: readonly Word[]): Word[] =>
  words.filter((word) => params.getAll(name).includes(word));
const day = (params: URLSearchParams, name: string): string => {
  const value = params.get(name) ?? '';
  return isDay(value) ? value : '';
};

/** The filter of an address. Words that nobody knows are passed over; without a tab it is the one to begin with. */
export function readFilter(
  params: URLSearchParams,
  tabs: readonly WorklistTab[],
  beginning: WorklistTab = tabs[0] ?? 'all',
): WorklistFilter {
  return {
    tab: tabs.find((tab) => tab === params.get('tab')) ?? beginning,
    status: known(params, 'status', STATUSES),
    procedure: known(params, 'procedure', PROCEDURES),
    capitalOrigin: known(params, 'capitalOrigin', ORIGINS),
    assignee: params.get('assignee') ?? '',
    action: params.get('action') === 'mine',
    overdue: params.get('overdue') === 'true',
    nearDue: params.get('nearDue') === 'true',
    dueFrom: day(params, 'dueFrom'),
    dueTo: day(params, 'dueTo'),
    silentBy: day(params, 'silentBy'),
    decidedFrom: day(params, 'decidedFrom'),
    decidedTo: day(params, 'decidedTo'),
    refusedFor: known(params, 'refusedFor', REFUSAL_GROUNDS),
    from: day(params, 'from'),
    to: day(params, 'to'),
    q: params.get('q') ?? '',
    ...orderWith(params.get('sort') ?? ''),
  };
}

/** The order that a word of an address means; the next day due first when nobody knows it. */
export const orderWith = (word: string): Pick<WorklistFilter, 'sort' | 'descending'> => ({
  sort: SORTS.find((known) => known === word.replace(/^-/, '')) ?? 'dueOn',
  descending: word.startsWith('-'),
});

/** What a list is narrowed and ordered by, without the page of it. */
type ListQuery = Omit<QueryOf<'/api/v1/dossiers'>, 'limit' | 'cursor' | 'count'>;

/** What the API is asked for under a filter, without tab and order. */
function conditionsOf(filter: WorklistFilter): ListQuery {
  const { status, procedure, capitalOrigin, refusedFor, assignee, action, q } = filter;
  return {
    ...(status.length > 0 && { status }),
    ...(procedure.length > 0 && { procedure }),
    ...(capitalOrigin.length > 0 && { capitalOrigin }),
    ...(refusedFor.length > 0 && { refusedFor }),
    ...(assignee !== '' && { assignee }),
    ...(action && { action: 'mine' }),
    ...Object.fromEntries(FLAGS.filter((name) => filter[name]).map((name) => [name, 'true'])),
    ...Object.fromEntries(DAYS.filter((name) => filter[name] !== '').map((name) => [name, filter[name]])),
    ...(q.trim() !== '' && { q: q.trim() }),
  };
}

/** The order of a list as a word of its address. */
export const orderOf = ({ sort, descending }: WorklistFilter): SortKey | `-${SortKey}` =>
  descending ? `-${sort}` : sort;

/** The query of the counts of the API: those of the quick filters are counted within the tab. */
export const countsQueryOf = (filter: WorklistFilter): ListQuery => ({
  ...conditionsOf(filter),
  ...(filter.tab !== 'all' && { tab: filter.tab }),
});

/** A list by its tab and conditions, in whatever order. */
export const listWords = (filter: WorklistFilter): string => JSON.stringify(countsQueryOf(filter));

/** The query of the list of the API. */
export const listQueryOf = (filter: WorklistFilter): ListQuery => ({
  ...countsQueryOf(filter),
  sort: orderOf(filter),
});

/** The address of a filter; what is usual is left out. */
export function writeFilter(filter: WorklistFilter): URLSearchParams {
  const params = new URLSearchParams({ tab: filter.tab });
  for (const [name, value] of Object.entries(conditionsOf(filter)))
    for (const one of [value].flat()) params.append(name, one);
  if (orderOf(filter) !== 'dueOn') params.set('sort', orderOf(filter));
  return params;
}

/** The conditions that are set, in the order of the form. */
export const conditionsSet = (filter: WorklistFilter): FilterName[] => {
  const names: FilterName[] = [
    ...(['q', 'status', 'procedure', 'capitalOrigin', 'refusedFor', 'assignee', 'action', ...FLAGS] as const),
    ...(['from', 'to', 'dueFrom', 'dueTo', 'silentBy', 'decidedFrom', 'decidedTo'] as const),
  ];
  return names.filter((name) => {
    const value = filter[name];
    return typeof value === 'boolean' ? value : value.length > 0;
  });
};

const NO_DAYS = Object.fromEntries(DAYS.map((name) => [name, '']));
const nothing = (): Partial<WorklistFilter> => ({
  ...{ status: [], procedure: [], capitalOrigin: [], refusedFor: [], assignee: '', q: '' },
  ...{ action: false, overdue: false, nearDue: false },
  ...NO_DAYS,
});
/** The filter without one condition, or without any. */
export function without(filter: WorklistFilter, ...names: FilterName[]): WorklistFilter {
  const none = nothing();
  const removed = Object.fromEntries(names.map((name) => [name, none[name]]));
  return { ...filter, ...removed };
}
