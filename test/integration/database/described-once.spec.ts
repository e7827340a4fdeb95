import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type DatabaseConfig, dataSourceOptions, Tx } from '#database';
import { systemActor } from '#kernel';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase('described_once');
}, 60_000);
afterAll(() => database?.drop());

/** A connection of its own, and the bytes that it has received. */
async function onOne(
  config: DatabaseConfig,
  work: (tx: Tx, received: () => number) => Promise<unknown>,
): Promise<void> {
  const source = await new DataSource(dataSourceOptions({ ...config, poolSize: 1 })).initialize();
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as ConstructorParameters<typeof Tx>[0] & {
      connection: { stream: { bytesRead: number } };
    };
    const tx = new Tx(client, runner.manager, systemActor(''), new Date(0));
    await work(tx, () => client.connection.stream.bytesRead);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

const KINDS = `SELECT n, n::bigint * 5000000000 AS big, date '2026-11-27' AS day, json_build_object('a', n) AS json,
  ARRAY['x', 'y'] AS words, NULL::text AS nothing, timestamptz '2026-11-27T00:00:00Z' AS at
  FROM generate_series(1, $1::int) n`;
const rowsOfKinds = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ n: at + 1, big: (at + 1) * 5_000_000_000, day: '2026-11-27', json: { a: at + 1 } },
    ...{ words: ['x', 'y'], nothing: null, at: new Date('2026-11-27T00:00:00Z') },
  }));

describe('a prepared statement', () => {
  test('is described once for a connection and read the same ever after', async () => {
    await onOne(database.app, async (tx, received) => {
      const [begun, first] = [received(), await tx.query(KINDS, [2])];
      const [between, second] = [received(), await tx.query(KINDS, [2])];
      expect(first).toEqual(rowsOfKinds(2));
      expect(second).toEqual(rowsOfKinds(2));
      // Seven columns of which each is described in more than 18 bytes.
      expect(received() - between).toBeLessThan(between - begun - 7 * 18);
      expect(await Promise.all([tx.query(KINDS, [0]), tx.query(KINDS, [3])])).toEqual([[], rowsOfKinds(3)]);
    });
  });

  test('that failed is asked anew, and one that has no rows tells how many it touched each time', async () => {
    await onOne(database.owner, async (tx) => {
      await expect(tx.query('SELECT 1 / $1::int AS part', [0])).rejects.toThrow('division by zero');
      expect(await tx.query('SELECT 1 / $1::int AS part', [1])).toEqual([{ part: 1 }]);
      await expect(tx.query('SELECT 1 / $1::int AS part', [0])).rejects.toThrow('division by zero');
      expect(await tx.query('SELECT 1 / $1::int AS part', [1])).toEqual([{ part: 1 }]);
      await tx.query('CREATE TEMP TABLE counted (n int)');
      const insert = () => tx.affect('INSERT INTO counted SELECT generate_series(1, 3)');
      expect([await insert(), await insert()]).toEqual([3, 3]);
      expect(await tx.query('INSERT INTO counted VALUES (4)')).toEqual([]);
    });
  });

  test('whose columns have changed since is refused and never read by the old description', async () => {
    await onOne(database.owner, async (tx) => {
      await tx.query('CREATE TEMP TABLE changing (n int)');
      await tx.query('INSERT INTO changing VALUES (1)');
      expect(await tx.query('SELECT * FROM changing')).toEqual([{ n: 1 }]);
      await tx.query('ALTER TABLE changing ADD COLUMN day date');
      await expect(tx.query('SELECT * FROM changing')).rejects.toThrow('must not change result type');
    });
  });
});
