import { type Client } from 'pg';

/** A table whose rows belong to dossiers, and by which column. */
export interface DossierTable {
  name: string;
  columns: { name: string; type: string }[];
  /** Column that leads to the dossier, or to a row of `owner`. */
  key: string;
  owner: string;
  /** Whether its rows have ids of their own. */
  hasId: boolean;
}
interface ForeignKey {
  child: string;
  parent: string;
  column: string;
  deferrable: boolean;
}

/** What belongs to other things than the dossier too. */
const isLeftOut = (table: string): boolean => /^(project_|checkpoint)/.test(table);

const KEYS = `SELECT c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent, a.attname AS column, c.condeferrable AS deferrable
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
 WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conrelid <> c.confrelid
   AND c.conrelid <> 'dossier'::regclass
 ORDER BY a.attnotnull DESC, a.attnum`;

const COLUMNS = `SELECT column_name AS name, data_type AS type FROM information_schema.columns
 WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`;

/** Every table whose rows belong to a dossier, each after those that it refers to. */
export async function dossierTables(client: Client): Promise<DossierTable[]> {
  const keys = (await client.query<ForeignKey>(KEYS)).rows;
  const owners = ownersOf(keys);
  const tables: DossierTable[] = [
    await described(client, 'dossier', { key: 'id', owner: 'dossier' }),
    await described(client, 'audit_entry', { key: 'chain_id', owner: 'dossier' }),
  ];
  for (const [name, owned] of owners) tables.push(await described(client, name, owned));
  return inOrder(tables, keys);
}

type Owned = Pick<DossierTable, 'key' | 'owner'>;

function ownersOf(keys: readonly ForeignKey[]): Map<string, Owned> {
  const owners = new Map<string, Owned>();
  const reached = (table: string) => table === 'dossier' || table === 'audit_entry' || owners.has(table);
  for (let before = -1; before < owners.size;) {
    before = owners.size;
    for (const { child, parent, column } of keys)
      if (reached(parent) && !reached(child) && !isLeftOut(child))
        owners.set(child, { key: column, owner: parent });
  }
  // A direct way to the dossier is better than one through another table.
  for (const { child, parent, column } of keys)
    if (parent === 'dossier' && owners.has(child) && column === 'dossier_id')
      owners.set(child, { key: column, owner: 'dossier' });
  return owners;
}

async function described(client: Client, name: string, owned: Owned): Promise<DossierTable> {
  const { rows } = await client.query<{ name: string; type: string }>(COLUMNS, [name]);
  return { name, columns: rows, hasId: rows.some((column) => column.name === 'id'), ...owned };
}

function inOrder(tables: readonly DossierTable[], keys: readonly ForeignKey[]): DossierTable[] {
  const names = new Set(tables.map(({ name }) => name));
  const owners = new Map(tables.map(({ name, owner }) => [name, owner]));
  const waitsFor = (name: string) =>
    keys
      .filter(
        (key) =>
          key.child === name && names.has(key.parent) && (!key.deferrable || owners.get(name) === key.parent),
      )
      .map(({ parent }) => parent);
  const ordered: DossierTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name }) => !placed.has(name) && waitsFor(name).every((parent) => placed.has(parent)),
    );
    if (next.length === 0) throw new Error('tables of dossiers refer to each other in a circle');
    for (const table of next) {
      ordered.push(table);
      placed.add(table.name);
    }
  }
  return ordered;
}
