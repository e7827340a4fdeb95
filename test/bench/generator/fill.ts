import pg from 'pg';
import { type DatabaseConfig } from '#database';
import { Copier, type Copy, type Donors } from './copier.js';
import { copyIn } from './copy-in.js';
import { type DossierTable, dossierTables } from './dossier-tables.js';
import { eachByOne } from './each-by-one.js';
import { HEAVY } from './heavy.js';
import { chance } from './names.js';
import { addPeople } from './people.js';
import { nothingIsAside, setAside } from './set-aside.js';
import { type Template, templateOf } from './template.js';

const BATCH = 200;
/** One more than cores: making lines stops all of them for a moment, and what was sent before keeps the server busy. */
const WRITERS = 3;
const FIRST_CODE = 1000;

/** What a filling did. */
export interface Filling {
  dossiers: number;
  rows: number;
  entries: number;
  seconds: number;
}

/**
 * Fills a database that holds the played demonstration up to `size` dossiers, as the owner of the schema; every constraint
 * looks at every row. What is new are copies of played dossiers with names, people, days and numbers of their own, and chains
 * that verify.
 */
export async function fill(owner: DatabaseConfig, size: number): Promise<Filling> {
  const begun = performance.now();
  const clients = await Promise.all(Array.from({ length: WRITERS + 1 }, () => connected(owner)));
  const [reader, ...writers] = clients as [pg.Client, ...pg.Client[]];
  try {
    await nothingIsAside(reader);
    const had = await countOf(reader, 'dossier');
    if (had >= size) return { dossiers: 0, rows: 0, entries: 0, seconds: 0 };
    const tables = await dossierTables(reader);
    const copier = await copierFor(reader, tables, size - had);
    const putBack = await setAside(reader, tables);
    const written = await write(writers, tables, copier, size - had);
    await putBack(writers);
    await reader.query(COUNTERS);
    await reader.query('SELECT fold_dossier_tally()');
    await eachByOne(writers, [...tables.map(sweepOf), SWEEP_OF_OTHERS]);
    return { dossiers: size - had, ...written, seconds: (performance.now() - begun) / 1000 };
  } finally {
    for (const client of clients) await client.end();
  }
}

async function connected({ host, port, user, password, database }: DatabaseConfig): Promise<pg.Client> {
  const client = new pg.Client({
    host,
    port,
    user,
    password,
    database,
    options: '-c timezone=UTC -c synchronous_commit=off -c enable_hashjoin=off -c enable_mergejoin=off',
  });
  await client.connect();
  return client;
}
const countOf = async (client: pg.Client, table: string): Promise<number> =>
  Number((await client.query<{ n: string }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n ?? 0);

/** Statistics of everything but JSON, by which nothing is found; pages that all may see, so that nothing sweeps while it is measured. */
const sweepOf = ({ name, columns }: DossierTable): string =>
  `VACUUM (ANALYZE, BUFFER_USAGE_LIMIT 0) "${name}" (${listed(columns.filter(({ type }) => type !== 'jsonb'))})`;
const SWEEP_OF_OTHERS = 'VACUUM (ANALYZE) organisation, app_user, user_role, audit_chain_head, dossier_tally';

/** Letters and file codes of later acts go on where the copies end. */
const COUNTERS = `INSERT INTO number_counter AS c (scope, year, next)
  SELECT authority_id || '/' || register, year, max(number) + 1 FROM letter WHERE number IS NOT NULL GROUP BY 1, 2
  ON CONFLICT (scope, year) DO UPDATE SET next = greatest(c.next, excluded.next)`;

async function copierFor(reader: pg.Client, tables: readonly DossierTable[], more: number): Promise<Copier> {
  const had = await countOf(reader, 'dossier');
  const random = chance(had);
  const played = await reader.query<{ id: string }>(
    // Demonstration organisations have fixed ids; copies belong to enterprises of the bench.
    `SELECT id FROM dossier WHERE investor_org_id::text LIKE '00000002-%' ORDER BY created_at, id`,
  );
  const templates: Template[] = [];
  for (const { id } of played.rows) {
    const template = await templateOf(reader, tables, id);
    if (template) templates.push(template);
  }
  const numbers = await reader.query<{ key: string; number: number }>(
    `SELECT register || ' ' || year AS key, max(number) AS number FROM letter WHERE number IS NOT NULL GROUP BY 1`,
  );
  const given = new Map(numbers.rows.map(({ key, number }) => [key, number]));
  return new Copier(templates, await addPeople(reader, more, random), random, given, FIRST_CODE + had);
}

/** One transaction for each batch; a writer copies one while the next is made. */
async function write(
  writers: readonly pg.Client[],
  tables: readonly DossierTable[],
  copier: Copier,
  dossiers: number,
): Promise<Pick<Filling, 'rows' | 'entries'>> {
  const sum = { rows: 0, entries: 0 };
  let left = dossiers;
  const work = async (writer: pg.Client): Promise<void> => {
    const donors: Donors = new Map();
    while (left > 0) {
      const size = Math.min(BATCH, left);
      left -= size;
      const batch = batchOf(() => copier.next(donors), size, tables.length);
      sum.rows += batch.rows;
      sum.entries += batch.entries;
      await copyBatch(writer, tables, batch);
    }
  };
  await Promise.all(writers.map(work));
  return sum;
}

/** Lines of many dossiers for each table. */
interface Batch {
  whole: string[];
  light: string[];
  rows: number;
  entries: number;
}

function batchOf(next: () => Copy, size: number, width: number): Batch {
  const texts = () => new Array<string>(width).fill('');
  const batch: Batch = { whole: texts(), light: texts(), rows: 0, entries: 0 };
  for (let dossiers = 0; dossiers < size; dossiers += 1) {
    const { template, whole, light } = next();
    for (const [at, lines] of whole.entries()) batch.whole[at] += lines;
    for (const [at, lines] of light.entries()) batch.light[at] += lines;
    batch.rows += template.rows;
    batch.entries += template.entries;
  }
  return batch;
}

const listed = (columns: readonly { name: string }[]) => columns.map(({ name }) => `"${name}"`).join(', ');

async function copyBatch(writer: pg.Client, tables: readonly DossierTable[], batch: Batch): Promise<void> {
  await writer.query('BEGIN');
  for (const [at, table] of tables.entries()) {
    const [whole, light] = [batch.whole[at] ?? '', batch.light[at] ?? ''];
    if (whole !== '') await copyIn(writer, `"${table.name}" (${listed(table.columns)})`, whole);
    if (light !== '') await copyLight(writer, table, light);
  }
  await writer.query('COMMIT');
}

/** Rows that take their empty heavy columns from a row of a donor, as these are stored. */
async function copyLight(writer: pg.Client, { name, columns }: DossierTable, text: string): Promise<void> {
  const heavy = HEAVY[name];
  if (!heavy) throw new Error(`${name} has no heavy columns`);
  await writer.query(
    `CREATE TEMP TABLE IF NOT EXISTS "light_${name}" ON COMMIT DELETE ROWS AS SELECT ${listed(columns)}, ${heavy.by} AS donor FROM "${name}" LIMIT 0`,
  );
  await copyIn(writer, `"light_${name}" (${listed(columns)}, donor)`, text);
  const cells = columns.map(({ name: column }) =>
    heavy.columns.includes(column) ? `coalesce(l."${column}", d."${column}")` : `l."${column}"`,
  );
  await writer.query(
    `INSERT INTO "${name}" (${listed(columns)}) SELECT ${cells.join(', ')} FROM "light_${name}" l
       JOIN "${name}" d ON d.${heavy.by} = l.donor${heavy.and === null ? '' : ` AND d.${heavy.and} = l.${heavy.and}`}`,
  );
}
