import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { Cluster } from '../../../apps/cli/src/postgres/cluster.js';
import { AS_STARTED, FOR_LOADING, isForLoading } from '../../bench/loading-settings.js';

const PASSWORD = 'bench';
let folder: string;
let cluster: Cluster;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'techgate-loading-'));
  chmodSync(folder, 0o755);
  cluster = await Cluster.open({ dataDir: folder, port: null, superuserPassword: PASSWORD, durable: false });
  await cluster.initialise();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a server says between its start and its stop, before it carries out the statements. */
async function started(statements: readonly string[] = []) {
  const port = await cluster.start();
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: PASSWORD });
  await client.connect();
  try {
    const { rows } = await client.query<{ setting: string }>(
      `SELECT setting FROM pg_settings WHERE name IN ('wal_level', 'autovacuum') ORDER BY name`,
    );
    const isSet = await isForLoading(client);
    for (const statement of statements) await client.query(statement);
    return { settings: rows.map(({ setting }) => setting), isSet };
  } finally {
    await client.end();
    await cluster.stop();
  }
}

test('a server that a killed bench left set for loading is found out, and is as it was after its next start', async () => {
  const usual = await started(FOR_LOADING);
  expect(usual).toEqual({ settings: ['on', 'replica'], isSet: false });
  expect(await started(AS_STARTED)).toEqual({ settings: ['off', 'minimal'], isSet: true });
  expect(await started()).toEqual(usual);
}, 60_000);
