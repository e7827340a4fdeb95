import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, OWNER_ROLE, provision } from '#database';
import { cloneDatabase, runAs, type TestDatabase } from '../support/database.js';

let template: TestDatabase;
let source: DataSource;
const NAME = `t_${process.env['JEST_WORKER_ID'] ?? '0'}_migrations_empty`;
const admin = () => ({ ...template.superuser, database: 'postgres' });
const owner = () => ({ ...template.owner, database: NAME, poolSize: 2 });

beforeAll(async () => {
  template = await cloneDatabase('migrations');
  await runAs(admin(), `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  const passwords = {
    owner: template.owner.password,
    app: template.app.password,
    eraser: template.eraser.password,
  };
  await provision(admin(), NAME, passwords);
  source = await new DataSource(dataSourceOptions(owner())).initialize();
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await runAs(admin(), `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await template?.drop();
});

/** Everything that migrations make: columns, constraints, indexes, triggers, functions, grants and comments. */
const PARTS: Record<string, string> = {
  columns: `SELECT concat_ws(' ', table_name, column_name, ordinal_position, data_type, is_nullable, column_default) AS line
              FROM information_schema.columns WHERE table_schema = 'public'`,
  constraints: `SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), condeferrable, condeferred) AS line
              FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  indexes: `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'`,
  triggers: `SELECT concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled) AS line FROM pg_trigger t WHERE NOT t.tgisinternal`,
  functions: `SELECT pg_get_functiondef(p.oid) || ' ' || coalesce(p.proacl::text, '') AS line FROM pg_proc p
              WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
                AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  grants: `SELECT concat_ws(' ', c.relname, c.relkind, c.relacl::text) AS line FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'S') AND c.relname NOT LIKE 'schema_migration%'`,
  comments: `SELECT concat_ws(' ', c.relname, d.objsubid, d.description) AS line FROM pg_description d
             JOIN pg_class c ON c.oid = d.objoid WHERE c.relnamespace = 'public'::regnamespace`,
};
async function schemaOf(database: TestDatabase['owner']): Promise<Record<string, string[]>> {
  const entries: [string, string[]][] = [];
  for (const [part, sql] of Object.entries(PARTS)) {
    const rows = await runAs(database, sql);
    entries.push([
      part,
      rows
        .map(({ line }) => String(line))
        .filter((line) => !line.includes('schema_migration'))
        .sort(),
    ]);
  }
  return Object.fromEntries(entries);
}
const superuserOf = (database: string) => ({ ...template.superuser, database });

test('up from empty gives the schema that every test uses; a second run has nothing to do', async () => {
  const ran = await migrate(owner());
  expect(ran).toEqual(source.migrations.map(({ name }) => name));
  expect(await migrate(owner())).toEqual([]);
  expect(await schemaOf(superuserOf(NAME))).toEqual(await schemaOf(superuserOf(template.superuser.database)));
});

test('every migration goes down and up again, one by one, and leaves nothing behind', async () => {
  const fresh = await schemaOf(superuserOf(NAME));
  const steps = [fresh];
  while (steps.length <= source.migrations.length) {
    await source.undoLastMigration({ transaction: 'each' });
    steps.push(await schemaOf(superuserOf(NAME)));
  }
  expect(Object.values(steps.at(-1) ?? {}).flat()).toEqual([]);
  for (const before of steps.slice(0, -1).reverse()) {
    await runNext();
    expect(await schemaOf(superuserOf(NAME))).toEqual(before);
  }
});

/** Runs the next pending migration alone: the others are noted as done for the moment. */
async function runNext(): Promise<void> {
  const done = Number((await runAs(owner(), 'SELECT count(*)::int AS n FROM schema_migration'))[0]?.['n']);
  const one = new DataSource({
    ...dataSourceOptions(owner()),
    migrations: migrationClasses().slice(0, done + 1),
  });
  await one.initialize();
  try {
    await one.runMigrations({ transaction: 'each' });
  } finally {
    await one.destroy();
  }
}
const migrationClasses = () => dataSourceOptions(owner()).migrations as (new () => never)[];

test('the schema belongs to the owner role, and every table says what it is for', async () => {
  const tables = await runAs(
    superuserOf(NAME),
    `SELECT c.relname AS name, pg_get_userbyid(c.relowner) AS owner, obj_description(c.oid) AS comment
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migration'`,
  );
  expect(tables.filter(({ owner: holder }) => holder !== OWNER_ROLE)).toEqual([]);
  expect(tables.filter(({ comment }) => comment === null).map(({ name }) => name)).toEqual([]);
});
