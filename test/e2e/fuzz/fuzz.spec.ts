import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Checkpoints, verifyDatabase } from '#audit';
import { UnitOfWork } from '#database';
import { storedHash } from '#documents';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { Chance } from '../../support/fuzz/chance.js';
import { Contract } from '../../support/fuzz/contract.js';
import { Fuzzer } from '../../support/fuzz/fuzzer.js';
import { seedOf } from '../../support/seed.js';
import { buildWorld } from '../../support/fuzz/fuzz-world.js';
import { Pool } from '../../support/fuzz/pool.js';
import { fuzzReport } from '../../support/fuzz/report.js';
import { runAs } from '../../support/database.js';
import { tableCounts } from '../../support/table-counts.js';

const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 5_000);
const SEED = seedOf(process.env['FUZZ_SEED'] ?? process.env['SEED']);

/** In so many of its twenty ways each field of each body that went well is broken after the requests of chance. */
const SWEPT_WAYS = Number(process.env['FUZZ_WAYS'] ?? 2);

/** Of so many routes at least success is seen, in the making of the world or under requests of chance. */
const SUCCEEDING = 0.65;

let api: TestApi;
let fuzzer: Fuzzer;
let pool: Pool;
const contract = new Contract();
const heap: number[] = [];

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
const heapAfterCollection = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

/**
 * What the typical heap may grow between the two halves of a run that is warm, in MiB, however many requests there are: what is
 * remembered up to a bound (statements of a connection, judged rows, compared names) goes on filling, and is soon full.
 */
const GROWTH_MIB = 5;
/** A leak that has to be noticed, by request: the middles of the two halves are a third of all requests apart. */
const LEAK_BYTES = (3 * 3 * GROWTH_MIB * 2 ** 20) / REQUESTS;
/** The first third fills caches and compiles; what leaks goes on after it. */
function grownBy(sizes: readonly number[]): number {
  const warm = sizes.slice(Math.floor(sizes.length / 3));
  const half = Math.floor(warm.length / 2);
  return median(warm.slice(-half)) - median(warm.slice(0, half));
}
const median = (sizes: readonly number[]): number =>
  [...sizes].sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;

beforeAll(async () => {
  api = await startTestApi({ label: 'fuzz' });
  const chance = new Chance(SEED);
  pool = new Pool(chance);
  const world = await buildWorld(api, contract, pool);
  const watch = { before: counts, leftBehind };
  fuzzer = new Fuzzer({ app: api.app, chance, contract, pool, world, watch });
  const measure = Math.ceil(REQUESTS / 20);
  while (fuzzer.sent < REQUESTS) {
    await fuzzer.round();
    if (fuzzer.sent >= measure * (heap.length + 1)) heap.push(heapAfterCollection());
  }
  await fuzzer.sweep(SWEPT_WAYS);
  process.stdout.write(`${fuzzReport(fuzzer, { seed: SEED, heap, routes: contract.operations.length })}\n`);
}, 1_800_000);
afterAll(() => api?.close());

/** Rows of every table. A refusal may be noted in the log; then its entry says that it is one. */
async function counts(): Promise<Record<string, number>> {
  const { audit_entry: _entries, audit_payload: _payloads, ...others } = await tableCounts(api.db);
  const [row] = await runAs(
    api.db.superuser,
    `SELECT count(*)::int AS n FROM audit_entry WHERE outcome <> 'refused'`,
  );
  return { ...others, 'entries of acts': Number(row?.['n']) };
}
async function leftBehind(before: unknown): Promise<string[]> {
  const [was, is] = [before as Record<string, number>, await counts()];
  return Object.keys(is)
    .filter((name) => was[name] !== is[name])
    .map((name) => `left rows: ${name}`);
}

describe('the API under requests that nobody should send', () => {
  test('answers every one of them as documented', () => {
    const shown = fuzzer.failures
      .slice(0, 8)
      .map(({ faults, curl, answer }) => `${faults.join('; ')}\n  ${curl}\n  ${answer}`);
    expect({ seed: SEED, failures: fuzzer.failures.length, shown: shown.join('\n\n') }).toEqual({
      seed: SEED,
      failures: 0,
      shown: '',
    });
  });

  test('asks every route', () => {
    expect(
      contract.operations.map(({ name }) => name).filter((name) => !fuzzer.tally.asked.has(name)),
    ).toEqual([]);
  });

  test('gets past validation: success is seen on most routes', () => {
    const { operations } = contract;
    const seen = operations.filter(
      ({ name }) => fuzzer.tally.succeeded.has(name) || pool.everSucceeded(name),
    );
    expect(seen.length / operations.length).toBeGreaterThan(SUCCEEDING);
  });

  test('does not grow with them', () => {
    expect({ heap, grown: grownBy(heap) > GROWTH_MIB }).toEqual({ heap, grown: false });
    // So much more would have been noticed in this very run.
    const leaking = heap.map(
      (size, index) => size + (index * Math.ceil(REQUESTS / 20) * LEAK_BYTES) / 2 ** 20,
    );
    expect(grownBy(leaking)).toBeGreaterThan(GROWTH_MIB);
  });

  test('leaves a log that verifies', async () => {
    const checkpoints = api.app.get(Checkpoints);
    await api.app.get(UnitOfWork).run(systemActor(DEMO_AUTHORITY.id), (tx) => checkpoints.take(tx));
    const report = await verifyDatabase(api.db.app, () => undefined, [checkpoints.publicKey.pem], {
      hashOf: (key) => storedHash(api.config.storageFolder, key),
    });
    expect({ firstBad: report.firstBad, uncovered: report.uncovered }).toEqual({
      firstBad: null,
      uncovered: 0,
    });
  });
});
