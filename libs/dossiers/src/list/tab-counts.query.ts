import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { isOfTheHouse } from '../house.js';
import { canTally, countWhere, talliedCount } from './dossier-count.query.js';
import { filterOf, nearDueSql, overdueSql, owedSql, refuseInsideOnly, tabSql } from './dossier-filter.js';
import { type Conditions, type Visibility } from './list-conditions.js';
import { type DossierListQuery, LIST_TABS, type ListTab } from './list-query.js';

/** How many dossiers each tab holds under a filter; null where a tab is not for this reader. */
export type TabCounts = Record<ListTab, number | null> & {
  /** Without a tab. */
  all: number;
  nearDue: number;
  overdue: number;
  /** With which the reader has something to do now. */
  action: number;
};
type Counted = Record<ListTab | 'nearDue' | 'overdue' | 'passed', number>;

/**
 * Each number is the length of the list that the same filter shows: with the tab of that name, whatever tab the query has;
 * and with `nearDue`, `overdue` or `action` within the tab of the query. What is owed is walked once for all of them; what is closed comes from the tally where
 * it can tell. One round. @throws Refusal `list_query_invalid`
 */
export async function tabCounts(
  tx: Tx,
  query: DossierListQuery,
  visible: Visibility,
  today: CivilDate,
): Promise<TabCounts> {
  const base = { ...query, tab: null };
  refuseInsideOnly(tx.actor, query);
  const byTally = canTally(tx, base);
  const [all, action, seen] = await Promise.all([
    byTally ? talliedCount(tx, base, visible) : null,
    // A letter may still have to leave where nothing else is owed.
    countWhere(tx, filterOf({ ...query, action: 'mine' }, visible, tx.actor, today)),
    passOver(tx, filterOf(base, visible, tx.actor, today), { today, tab: query.tab, owedOnly: byTally }),
  ]);
  const inside = isOfTheHouse(tx.actor);
  return {
    all: all ?? seen.passed,
    mine: seen.mine,
    unassigned: inside ? seen.unassigned : null,
    team: inside ? seen.team : null,
    open: seen.open,
    closed: all === null ? seen.closed : all - seen.passed,
    nearDue: seen.nearDue,
    overdue: seen.overdue,
    action,
  };
}

async function passOver(
  tx: Tx,
  where: Conditions,
  { today, tab, owedOnly }: { today: CivilDate; tab: ListTab | null; owedOnly: boolean },
): Promise<Counted> {
  const owed = owedOnly ? 'true' : owedSql(tx.actor);
  // What is due is owed, so a tab of what is owed no more holds none of it.
  const within = tab === null ? 'true' : tabSql(where, tab, tx.actor, owed);
  const conditions: Record<string, string> = {
    ...Object.fromEntries(LIST_TABS.map((tab) => [tab, tabSql(where, tab, tx.actor, owed)])),
    overdue: `${overdueSql(where, today)} AND ${within}`,
    nearDue: `${nearDueSql(where, today)} AND ${within}`,
    passed: 'true',
  };
  const counts = Object.entries(conditions).map(
    ([name, condition]) => `count(*) FILTER (WHERE ${condition})::int AS "${name}"`,
  );
  if (owedOnly) where.parts.push(owedSql(tx.actor));
  const rows = await tx.composed<Counted>(
    `SELECT ${counts.join(', ')} FROM dossier d WHERE ${where.toString()}`,
    where.values,
  );
  return rows[0] as Counted;
}
