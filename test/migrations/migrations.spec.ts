import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate, OWNER_ROLE, provision } from '#database';
import { cloneDatabase, runAs, type TestDatabase } from '../support/database.js';
import { schemaOf } from '../support/schema.js';

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
  // The schema itself and its extensions are there before the first migration.
  const made = Object.entries(steps.at(-1) ?? {}).filter(
    ([part]) => !['schemas', 'extensions'].includes(part),
  );
  expect(made.flatMap(([, lines]) => lines)).toEqual([]);
  for (const before of steps.slice(0, -1).reverse()) {
    await runNext();
    expect(await schemaOf(superuserOf(NAME))).toEqual(before);
  }
}, 120_000);

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
