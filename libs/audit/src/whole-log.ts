import { type Tx } from '#database';
import { SYSTEM_CHAIN_ID } from './domain/audit-entry.js';
import { ENTRY_SELECT, type ListedEntry, type ListedRow, listed } from './entry-list.js';

export const CHAIN_KINDS = ['system', 'dossier', 'project'] as const;
/** What a chain belongs to. */
export type ChainKind = (typeof CHAIN_KINDS)[number];

/** Which entries are wanted, whatever their chain; instants in UTC, `until` exclusive. */
export interface LogFilter {
  chain?: ChainKind;
  action?: string;
  actorId?: string;
  /** Part of the name (accents do not matter) or of the address of whoever acted, with `%` where it may go on. */
  actorLike?: string;
  outcome?: 'done' | 'refused';
  from?: Date;
  until?: Date;
}
/** An entry of whatever chain, with what the chain is. */
export interface LoggedEntry extends ListedEntry {
  id: string;
  chain: ChainKind;
  /** File code or name of the dossier, name of the project; null for the system and a dossier without either. */
  chainName: string | null;
}
/** What the reader may see, as a condition on the entry `e` and its person `u`, whose values follow those before it. */
export type SeenEntries = (paramOffset: number) => { sql: string; values: readonly unknown[] };
interface LoggedRow extends ListedRow {
  chain: ChainKind;
  chain_name: string | null;
}

const CONDITIONS: Record<Exclude<keyof LogFilter, 'chain'>, (place: string) => string> = {
  action: (place) => `e.action = ${place}`,
  actorId: (place) => `e.actor_id = ${place}`,
  actorLike: (place) =>
    `e.actor_id IN (SELECT a.id::text FROM app_user a WHERE unaccent(lower(a.display_name)) LIKE unaccent(lower(${place})) OR a.email LIKE lower(${place}))`,
  outcome: (place) => `e.outcome = ${place}`,
  from: (place) => `e.at >= ${place}`,
  until: (place) => `e.at < ${place}`,
};
const CHAINS: Record<ChainKind, string> = {
  system: 'e.chain_id = $1::uuid',
  dossier: 'cd.id IS NOT NULL',
  project: 'cp.id IS NOT NULL',
};
const SELECT = ENTRY_SELECT.replace(
  ' FROM audit_entry e',
  `, CASE WHEN e.chain_id = $1::uuid THEN 'system' WHEN cd.id IS NOT NULL THEN 'dossier' ELSE 'project' END AS chain,
    coalesce(cd.file_code, nullif(cd.project_name, ''), cp.name) AS chain_name FROM audit_entry e
  LEFT JOIN dossier cd ON cd.id = e.chain_id LEFT JOIN investment_project cp ON cp.id = e.chain_id`,
);

/** At most `limit` entries that the reader may see, the newest first, after a place (instant and id of an entry). */
export async function loggedEntries(
  tx: Tx,
  { chain, ...filter }: LogFilter,
  seen: SeenEntries,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<LoggedEntry[]> {
  const values: unknown[] = [SYSTEM_CHAIN_ID];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where = Object.entries(CONDITIONS).flatMap(([name, sql]) => {
    const value = filter[name as keyof typeof filter];
    return value === undefined ? [] : [sql(place(value))];
  });
  if (chain) where.push(CHAINS[chain]);
  if (page.after)
    where.push(`(e.at, e.id) < (${place(page.after.at)}::timestamptz, ${place(page.after.id)}::uuid)`);
  const condition = seen(values.length);
  values.push(...condition.values);
  const rows = await tx.query<LoggedRow>(
    `${SELECT} WHERE ${[...where, condition.sql].join(' AND ')} ORDER BY e.at DESC, e.id DESC LIMIT ${place(page.limit)}`,
    values,
  );
  return rows.map((row) => ({ ...listed(row), id: row.id, chain: row.chain, chainName: row.chain_name }));
}

/** A chain by what it belongs to; `other` belongs to neither, such as what was deleted. */
export interface NamedChain {
  id: string;
  kind: ChainKind | 'other';
  name: string | null;
}
const NAMED = `
SELECT e.chain_id AS id, coalesce(cd.file_code, nullif(cd.project_name, ''), cp.name) AS name,
       CASE WHEN e.chain_id = $1::uuid THEN 'system' WHEN cd.id IS NOT NULL THEN 'dossier' WHEN cp.id IS NOT NULL THEN 'project' ELSE 'other' END AS kind
  FROM unnest($2::uuid[]) AS e (chain_id) LEFT JOIN app_user u ON false
  LEFT JOIN dossier cd ON cd.id = e.chain_id LEFT JOIN investment_project cp ON cp.id = e.chain_id
 WHERE (cd.id IS NULL AND cp.id IS NULL) OR `;

/** Those of the chains of which the reader may know, named; of what is gone everybody may know that something is wrong. */
export function namedChains(tx: Tx, chainIds: readonly string[], seen: SeenEntries): Promise<NamedChain[]> {
  const values: unknown[] = [SYSTEM_CHAIN_ID, chainIds];
  const condition = seen(values.length);
  return tx.query<NamedChain>(`${NAMED}${condition.sql}`, [...values, ...condition.values]);
}

/** Whether people of another authority have entries in the chain of the system, which then is not one's own to hand out. */
export async function isSystemChainShared(tx: Tx): Promise<boolean> {
  const found = await tx.one(
    `SELECT 1 AS yes FROM app_user u JOIN audit_entry e ON e.actor_id = u.id::text AND e.chain_id = $1
      WHERE u.authority_id <> $2 LIMIT 1`,
    [SYSTEM_CHAIN_ID, tx.actor.authorityId],
  );
  return found !== null;
}
