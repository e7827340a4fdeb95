import { CAPITAL_ORIGINS, isStatus, PROCEDURES, type Status } from '#contracts';
import { invalidQuery, type ListSort, QueryReader, type RawQuery } from './list-grammar.js';

export const SORT_KEYS = ['dueOn', 'receivedOn', 'updatedAt', 'fileCode', 'name'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
/** The tabs of a worklist; `unassigned` and `team` are the two halves of `open`, and inside the house only. */
export const LIST_TABS = ['mine', 'unassigned', 'team', 'open', 'closed'] as const;
export type ListTab = (typeof LIST_TABS)[number];

/** Why a dossier was refused, by the outcome of its conclusion. */
export const REFUSAL_GROUNDS = ['prohibited', 'outdated', 'other'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** A list request in the grammar shared by list, count, export and saved view. */
export interface DossierListQuery {
  status: Status[];
  procedure: string[];
  capitalOrigin: string[];
  /** `me`, `none` or the id of a lead appraiser. */
  assignee: string | null;
  tab: ListTab | null;
  /** `mine`: only dossiers with which the reader has something to do now. */
  action: 'mine' | null;
  overdue: boolean;
  /** Due today or in the next days, and something is still owed. */
  nearDue: boolean;
  /** Inclusive civil days on which it is due. */
  dueFrom: string | null;
  dueTo: string | null;
  /** Its reply clock runs out up to this day, and silence would count as agreement. */
  silentBy: string | null;
  refusedFor: RefusalGround[];
  /** Inclusive civil days on which the decision that stands was made. */
  decidedFrom: string | null;
  decidedTo: string | null;
  /** Inclusive civil days of receipt. */
  from: string | null;
  to: string | null;
  /** The paper with which it came in: number, day, and the organisation to which the dossier belongs. */
  incomingNumber: string | null;
  incomingOn: string | null;
  owner: string | null;
  q: string | null;
  sort: ListSort<SortKey>;
  limit: number;
  cursor: string | null;
  count: boolean;
}

const KNOWN = new Set([
  'status',
  'procedure',
  'capitalOrigin',
  'assignee',
  'tab',
  'action',
  'overdue',
  'nearDue',
  'dueFrom',
  'dueTo',
  'silentBy',
  'refusedFor',
  'decidedFrom',
  'decidedTo',
  'from',
  'to',
  'incomingNumber',
  'incomingOn',
  'owner',
  'q',
  'sort',
  'limit',
  'cursor',
  'count',
]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function assigneeOf(reader: QueryReader): string | null {
  const value = reader.single('assignee');
  if (value !== null && value !== 'me' && value !== 'none' && !UUID.test(value))
    invalidQuery('assignee', 'me|none|id');
  return value;
}

function tabOf(reader: QueryReader): ListTab | null {
  const value = reader.single('tab');
  if (value === null) return null;
  return LIST_TABS.find((tab) => tab === value) ?? invalidQuery('tab', LIST_TABS.join('|'));
}

/** Reads the query string of a list. @throws Refusal `list_query_invalid` naming the parameter. */
export function parseListQuery(raw: RawQuery): DossierListQuery {
  const reader = new QueryReader(raw, KNOWN);
  const q = reader.search('q');
  return {
    status: reader.choices('status', isStatus),
    procedure: reader.choices('procedure', (word) => (PROCEDURES as readonly string[]).includes(word)),
    capitalOrigin: reader.choices('capitalOrigin', (word) =>
      (CAPITAL_ORIGINS as readonly string[]).includes(word),
    ),
    assignee: assigneeOf(reader),
    tab: tabOf(reader),
    action: reader.matching('action', /^mine$/, 'mine') === null ? null : 'mine',
    overdue: reader.flag('overdue'),
    nearDue: reader.flag('nearDue'),
    dueFrom: reader.day('dueFrom'),
    dueTo: reader.day('dueTo'),
    silentBy: reader.day('silentBy'),
    refusedFor: reader.choices('refusedFor', (word) => (REFUSAL_GROUNDS as readonly string[]).includes(word)),
    decidedFrom: reader.day('decidedFrom'),
    decidedTo: reader.day('decidedTo'),
    from: reader.day('from'),
    to: reader.day('to'),
    incomingNumber: reader.search('incomingNumber'),
    incomingOn: reader.day('incomingOn'),
    owner: reader.id('owner'),
    q,
    sort: reader.sort(SORT_KEYS, 'dueOn'),
    limit: reader.limit(),
    cursor: reader.single('cursor'),
    count: reader.flag('count'),
  };
}
