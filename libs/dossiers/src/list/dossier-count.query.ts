import { type Tx } from '#database';
import { exceptionsOfOverseerSql } from '#identity';
import { type CivilDate } from '#kernel';
import { filterOf as conditionsOf, owedSql } from './dossier-filter.js';
import { Conditions, type Visibility } from './list-conditions.js';
import { type DossierListQuery } from './list-query.js';

/** Filters by what the tally of dossiers tells apart. */
type TalliedFilter = Pick<DossierListQuery, 'status' | 'procedure' | 'capitalOrigin'>;

/** What the tally tells apart, and what does not change how many there are; all else needs the rows themselves. */
const FREE = new Set(['status', 'procedure', 'capitalOrigin', 'q', 'sort', 'limit', 'cursor', 'count']);
const isTallied = (query: DossierListQuery): boolean =>
  (query.q ?? '').trim() === '' &&
  Object.entries(query).every(
    ([name, asked]) => FREE.has(name) || asked === null || asked === false || isEmpty(asked),
  );
const isEmpty = (asked: unknown): boolean => Array.isArray(asked) && asked.length === 0;

/** Whether the tally alone tells how many dossiers a list of this reader holds. */
export const canTally = (tx: Tx, query: DossierListQuery): boolean =>
  isTallied(query) && exceptionsOfOverseerSql(tx) !== null;

/** How many dossiers a list holds in all, exactly, for the person who asks. */
export async function countOf(
  tx: Tx,
  query: DossierListQuery,
  visible: Visibility,
  today: CivilDate,
): Promise<number> {
  const whole = { ...query, tab: null };
  if (query.tab !== 'closed' || !canTally(tx, whole))
    return (
      (await talliedCount(tx, query, visible)) ??
      countWhere(tx, conditionsOf(query, visible, tx.actor, today))
    );
  // What is closed is nearly everything: it is what is there, less the little that is still owed.
  const owed = conditionsOf(whole, visible, tx.actor, today);
  owed.parts.push(owedSql(tx.actor));
  const [all, open] = await Promise.all([talliedCount(tx, whole, visible), countWhere(tx, owed)]);
  return (all ?? 0) - open;
}

/** How many dossiers meet conditions, by walking over them. */
export async function countWhere(tx: Tx, where: Conditions): Promise<number> {
  const [row] = await tx.composed<{ total: number }>(
    `SELECT count(*)::int AS total FROM dossier d WHERE ${where.toString()}`,
    where.values,
  );
  return row?.total ?? 0;
}

/**
 * The exact number of dossiers of a list that its reader may see, from the tally that a trigger keeps: what was submitted,
 * less the few that are hidden from this person, and the drafts that they see. Null where the tally cannot tell: for
 * readers of some dossiers only, and filters by other columns.
 */
export async function talliedCount(
  tx: Tx,
  query: DossierListQuery,
  visible: Visibility,
): Promise<number | null> {
  if (!isTallied(query)) return null;
  const count = new Conditions();
  const exceptions = exceptionsOfOverseerSql(tx, count.values.length);
  if (exceptions === null) return null;
  count.values.push(...exceptions.values);
  const authority = `$${count.values.push(tx.actor.authorityId)}::uuid`;
  const seen = visible(count.values.length);
  count.values.push(...seen.values);
  const [tallied, stored] = [filterOf(count, 't', query), filterOf(count, 'd', query)];
  const [row] = await tx.composed<{ total: number }>(
    `SELECT ((SELECT coalesce(sum(t.n), 0) FROM dossier_tally t WHERE t.authority_id = ${authority} AND t.status <> 'draft'${tallied})
       - (SELECT count(*) FROM dossier d WHERE d.id IN (${exceptions.sql}) AND d.authority_id = ${authority} AND d.status <> 'draft'
            AND (${seen.sql}) IS NOT TRUE${stored})
       + (SELECT count(*) FROM dossier d WHERE d.authority_id = ${authority} AND d.status = 'draft' AND ${seen.sql}${stored}))::int AS total`,
    count.values,
  );
  return row?.total ?? 0;
}

function filterOf(
  count: Conditions,
  alias: string,
  { status, procedure, capitalOrigin }: TalliedFilter,
): string {
  const chosen: [column: string, words: readonly string[]][] = [
    ['status', status],
    ['procedure_id', procedure],
    ['capital_origin', capitalOrigin],
  ];
  return chosen
    .filter(([, words]) => words.length > 0)
    .map(([column, words]) => ` AND ${alias}.${column} = ANY ($${count.values.push(words)})`)
    .join('');
}

/** Adds up what the tally noted since the last time; for the worker. */
export async function foldTally(tx: Tx): Promise<void> {
  await tx.query('SELECT fold_dossier_tally()');
}
