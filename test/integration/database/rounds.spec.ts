import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions, type Tx, UnitOfWork } from '#database';
import { systemActor, systemClock } from '#kernel';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let source: DataSource;
let units: UnitOfWork;
/** How often the server said that it is ready, on the one connection: once for a round. */
let rounds = 0;
beforeAll(async () => {
  database = await cloneDatabase('rounds');
  source = await new DataSource(dataSourceOptions({ ...database.owner, poolSize: 1 })).initialize();
  units = new UnitOfWork(source, systemClock);
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as { connection: NodeJS.EventEmitter };
  client.connection.on('readyForQuery', () => (rounds += 1));
  await runner.release();
}, 60_000);
afterAll(async () => {
  await source?.destroy();
  await database?.drop();
});

const actor = systemActor('');
const number = (tx: Tx, of: number) => tx.query<{ n: number }>('SELECT 12 / $1::int AS n', [of]);
const roundsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = rounds;
  await work();
  return rounds - before;
};
const stateOfTransaction = async (manager: EntityManager): Promise<string> => {
  const [row] = await manager.query<{ id: string | null }[]>(
    'SELECT pg_current_xact_id_if_assigned()::text AS id',
  );
  return row?.id == null ? 'none' : 'writing';
};

describe('statements that are given together', () => {
  test('travel in one round with BEGIN, those after them in the next, the last ones with COMMIT', async () => {
    const work = (tx: Tx) =>
      Promise.all([number(tx, 1), number(tx, 2), number(tx, 3)]).then((found) => {
        tx.last('CREATE TEMP TABLE kept (n int)', []);
        return found.flat();
      });
    expect(await roundsOf(() => units.run(actor, work))).toBe(2);
    expect(await units.ask(actor, (tx) => tx.query('SELECT n FROM kept'))).toEqual([]);
  });

  test('are answered up to the one that fails, and the others hear why', async () => {
    let told: PromiseSettledResult<unknown>[] = [];
    const work = async (tx: Tx) => {
      told = await Promise.allSettled([number(tx, 4), number(tx, 0), tx.query("SELECT 'never' AS seen")]);
      throw new Error('as meant');
    };
    await expect(units.run(actor, work)).rejects.toThrow('as meant');
    expect(told).toMatchObject([
      { status: 'fulfilled', value: [{ n: 3 }] },
      { status: 'rejected', reason: { code: '22012' } },
      { status: 'rejected', reason: { code: '22012' } },
    ]);
    expect(await units.ask(actor, (tx) => tx.query("SELECT 'never' AS seen"))).toEqual([{ seen: 'never' }]);
  });

  test('come before what TypeORM asks in the same turn', async () => {
    await units.run(actor, async (tx) => {
      await Promise.all([
        tx.query('CREATE TEMP TABLE ordered (n int)'),
        tx.query('INSERT INTO ordered VALUES (1)'),
        tx.manager.query('INSERT INTO ordered SELECT max(n) + 1 FROM ordered'),
      ]);
      expect(await tx.query('SELECT n FROM ordered ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
      expect(await stateOfTransaction(tx.manager)).toBe('writing');
    });
  });

  test('hold a value that cannot be sent against its own statement only', async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const work = (tx: Tx) =>
      Promise.allSettled([tx.query('SELECT $1::text AS text', [circular]), number(tx, 6)]);
    expect(await units.ask(actor, work)).toMatchObject([
      { status: 'rejected', reason: { name: 'TypeError' } },
      { status: 'fulfilled', value: [{ n: 2 }] },
    ]);
  });
});

describe('a last statement', () => {
  test('that fails stores nothing of the transaction', async () => {
    await units.run(actor, (tx) => tx.query('CREATE TEMP TABLE whole (n int PRIMARY KEY)'));
    const work = async (tx: Tx) => {
      await tx.query('INSERT INTO whole VALUES (1)');
      tx.last('INSERT INTO whole VALUES (1)', []);
    };
    await expect(units.run(actor, work)).rejects.toMatchObject({ code: '23505' });
    expect(await units.ask(actor, (tx) => tx.query('SELECT n FROM whole'))).toEqual([]);
  });

  test('that cannot be sent is refused as it is given, and nothing of the transaction is stored', async () => {
    await units.run(actor, (tx) => tx.query('CREATE TEMP TABLE sendable (n int)'));
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const work = async (tx: Tx) => {
      await tx.query('INSERT INTO sendable VALUES (1)');
      tx.last('INSERT INTO sendable SELECT length($1)', [circular]);
    };
    await expect(units.run(actor, work)).rejects.toThrow(TypeError);
    expect(await units.ask(actor, (tx) => tx.query('SELECT n FROM sendable'))).toEqual([]);
  });

  test('is tried in a rehearsal, which stores it no more than the rest', async () => {
    await units.run(actor, (tx) => tx.query('CREATE TEMP TABLE rehearsed (n int PRIMARY KEY)'));
    const rehearsed = (values: string) =>
      units.rehearse(actor, (tx) => Promise.resolve(tx.last(`INSERT INTO rehearsed VALUES ${values}`, [])));
    await rehearsed('(1)');
    await expect(rehearsed('(2), (2)')).rejects.toMatchObject({ code: '23505' });
    expect(await units.ask(actor, (tx) => tx.query('SELECT n FROM rehearsed'))).toEqual([]);
  });
});

describe('a snapshot', () => {
  test('is closed on the way to what is asked next on its connection', async () => {
    const both = async () => {
      await units.read(actor, (tx) => number(tx, 1));
      await units.ask(actor, (tx) => number(tx, 2));
    };
    expect(await roundsOf(both)).toBe(2);
    await units.read(actor, (tx) => number(tx, 1));
    expect(await stateOfTransaction(source.manager)).toBe('none');
    await units.run(actor, (tx) => tx.query('CREATE TEMP TABLE after_snapshot (n int)'));
    expect(await units.ask(actor, (tx) => tx.query('SELECT n FROM after_snapshot'))).toEqual([]);
  });

  test('is closed by itself where nothing is asked', async () => {
    await units.read(actor, (tx) => number(tx, 1));
    const before = rounds;
    for (let waited = 0; rounds === before && waited < 5000; waited += 5)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(rounds - before).toBe(1);
  });

  test('in which a statement failed is an error, even when its caller did not look', async () => {
    const blind = units.read(actor, (tx) => number(tx, 0).catch(() => 'nothing'));
    await expect(blind).rejects.toThrow('had failed');
    const later = units.read(actor, async (tx) => {
      await number(tx, 1);
      return number(tx, 0).catch(() => 'nothing');
    });
    await expect(later).rejects.toThrow('had failed');
  });
});
