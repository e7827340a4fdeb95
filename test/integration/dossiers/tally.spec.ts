import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { verifyDatabase } from '#audit';
import { dataSourceOptions, migrate, recountDossiers, type UnitOfWork } from '#database';
import { foldTally, listDossiers, parseListQuery } from '#dossiers';
import { DEMO_AUTHORITY, visibleDossiersSql } from '#identity';
import { type CivilDate, civilDate, systemActor } from '#kernel';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { demoActor, seededUnitOfWork, storeDossier } from '../../support/stored-dossier.js';

const TODAY: CivilDate = civilDate('2026-07-15');
const auditor = demoActor('thanhtra');
let db: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  db = await cloneDatabase('tally');
  ({ source, unitOfWork } = await seededUnitOfWork(db));
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await db?.drop();
});

const STORED = `SELECT count(*)::int AS n FROM dossier WHERE authority_id = $1 AND status <> 'draft'`;
/** What the list says and how many there are, in one snapshot; null where the list did not count by the tally. */
const countedAndStored = () =>
  unitOfWork.read(auditor, async (tx) => {
    const query = parseListQuery({ count: 'true', limit: '1' });
    const { total } = await listDossiers(tx, query, (offset) => visibleDossiersSql(tx, offset), TODAY);
    return [total, (await tx.one<{ n: number }>(STORED, [DEMO_AUTHORITY.id]))?.n];
  });
/** What verify says of the tally; the stored dossiers have no history, and it says that too. */
const miscounts = async () => {
  const { faults } = await verifyDatabase(db.app, () => undefined);
  return faults.flatMap(({ reason, detail }) => (reason === 'tally_differs' ? [detail] : []));
};
const superuser = (sql: string) => runAs(db.superuser, sql);
const fold = () => unitOfWork.run(systemActor(DEMO_AUTHORITY.id), foldTally);

/** Whether somebody waits for a lock in this database, looked at until it is so. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const rows = await superuser(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const ANOTHER = `
WITH one AS (INSERT INTO dossier SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* FROM dossier d
              LIMIT 1 RETURNING *)
INSERT INTO dossier_transition (dossier_id, step, command, to_status, actor_id, actor_role, round, at)
SELECT id, step, 'submit', status, created_by, 'investor', 1, created_at FROM one`;
/** Stores a dossier in a transaction that is still open when `meanwhile` begins, and committed once that waits. */
async function whileOneIsOnItsWay(meanwhile: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...db.superuser, keepAlive: true });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(ANOTHER);
    const done = meanwhile();
    await somebodyWaits();
    await client.query('COMMIT');
    await done;
  } finally {
    await client.end();
  }
}

/** Lets others wait for the end of the next turn of something that is done again and again. */
class Turns {
  private waiting: (() => void)[] = [];
  next = () => new Promise<void>((resolve) => this.waiting.push(resolve));
  ended(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}

describe('the tally of dossiers', () => {
  test('is exact in every snapshot while dossiers come and it is folded', async () => {
    let left = 4;
    const working = () => left > 0;
    const counts = new Turns();
    const comers = Array.from({ length: 4 }, async () => {
      for (let n = 0; n < 12; n += 1) {
        await storeDossier(unitOfWork, n % 2 === 0 ? 'submitted' : 'accepted');
        // So that counts fall between dossiers on a machine of any speed.
        await counts.next();
      }
      left -= 1;
    });
    const folding = (async () => {
      while (working()) await fold();
    })();
    const seen = new Set<number>();
    const counting = (async () => {
      do {
        const [counted, stored] = await countedAndStored();
        expect(counted).toBe(stored);
        seen.add(counted ?? -1);
        counts.ended();
      } while (working());
    })();
    await Promise.all([...comers, folding, counting]);
    expect(seen.size).toBeGreaterThan(3);
    expect(await countedAndStored()).toEqual([48, 48]);
    expect(await miscounts()).toEqual([]);
  }, 60_000);

  test('that is wrong is found by verify, which says where, and counted anew by recount', async () => {
    await superuser(
      `INSERT INTO dossier_tally VALUES ('${DEMO_AUTHORITY.id}', 'submitted', 'opinion', NULL, 2), ('${DEMO_AUTHORITY.id}', 'approved', 'opinion', 'budget', 1)`,
    );
    expect(await miscounts()).toEqual([
      'approved, opinion, budget: 1 for 0',
      'submitted, opinion, -: 26 for 24',
    ]);
    await recountDossiers(db.owner);
    expect(await miscounts()).toEqual([]);
    expect(await countedAndStored()).toEqual([48, 48]);
  });

  test('is counted anew after whoever is on the way, and once while it is folded', async () => {
    await whileOneIsOnItsWay(() =>
      Promise.all([recountDossiers(db.owner), fold(), recountDossiers(db.owner)]),
    );
    expect(await miscounts()).toEqual([]);
    expect(await countedAndStored()).toEqual([49, 49]);
  }, 30_000);

  test('is not counted from an older snapshot, and not by the application', async () => {
    const client = new pg.Client(db.owner);
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(client.query('SELECT recount_dossiers()')).rejects.toThrow('recount_dossiers() needs');
    await client.end();
    await expect(runAs(db.app, 'SELECT recount_dossiers()')).rejects.toThrow('permission denied');
  });

  test('of an installation that was upgraded while people worked is put right by the migration', async () => {
    const before = await new DataSource(dataSourceOptions({ ...db.owner, poolSize: 2 })).initialize();
    const isThere = async () => (await superuser(`SELECT to_regproc('recount_dossiers') AS it`))[0]?.['it'];
    while ((await isThere()) !== null) await before.undoLastMigration({ transaction: 'each' });
    await before.destroy();
    await superuser(
      `INSERT INTO dossier_tally VALUES ('${DEMO_AUTHORITY.id}', 'submitted', 'opinion', NULL, -1)`,
    );
    await whileOneIsOnItsWay(() => migrate(db.owner));
    expect(await miscounts()).toEqual([]);
    expect(await countedAndStored()).toEqual([50, 50]);
  }, 60_000);
});
