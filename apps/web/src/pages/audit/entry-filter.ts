import { CHAINS, type EntryFilter, type ListedEntry } from './audit.query.js';

const OUTCOMES = ['done', 'refused'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Viet Nam is seven hours ahead of UTC the whole year. */
const AHEAD_MS = 7 * 60 * 60 * 1000;

/** The filter that an address names; what it names wrongly does not narrow. */
export function filterOf(search: URLSearchParams): EntryFilter {
  const day = (name: string) => (DAY.test(search.get(name) ?? '') ? (search.get(name) as string) : '');
  return {
    action: search.get('action') ?? '',
    outcome: OUTCOMES.find((outcome) => outcome === search.get('outcome')) ?? '',
    actorId: search.get('actorId') ?? '',
    chain: CHAINS.find((chain) => chain === search.get('chain')) ?? '',
    actor: search.get('actor')?.trim() ?? '',
    from: day('from'),
    to: day('to'),
  };
}

const dayOf = (at: string): string => new Date(Date.parse(at) + AHEAD_MS).toISOString().slice(0, 10);

/** Whether an entry is among those that the filter asks for; its days are those of Viet Nam. */
export function passes(entry: ListedEntry, { action, outcome, actorId, from, to }: EntryFilter): boolean {
  const day = dayOf(entry.at);
  const inDays = (from === '' || day >= from) && (to === '' || day <= to);
  const same = (wanted: string, value: string) => wanted === '' || wanted === value;
  return inDays && same(action, entry.action) && same(outcome, entry.outcome) && same(actorId, entry.actorId);
}
