import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.js';
import { connectionsOf, DATABASE_NAME } from '../database/connections.js';
import { prepareDatabase } from '../database/schema.js';
import { Cluster } from '../postgres/cluster.js';
import { loadSecrets } from '../secrets.js';
import { runSeedSteps } from '../start/seed-steps.js';
import { runApiScript } from './api-script.js';

/** Folders of the demonstration: histories of dossiers, register of projects. */
const fixtures = ['dossiers', 'projects'];

/**
 * Plays the demonstration on a database of its own that is thrown away: exit code 0 when every dossier ended as its
 * history says and every log verifies, else 1. The issued letters stay in `<data folder>/demo/letters`.
 */
export async function demoCommand(args: readonly string[]): Promise<number> {
  const json = wantsJson(args);
  const config = readConfig([]);
  const dataDir = await mkdtemp(join(tmpdir(), 'techgate-demo-'));
  const secrets = loadSecrets(dataDir);
  const cluster = await Cluster.open({
    dataDir,
    port: null,
    superuserPassword: secrets.superuser,
    durable: false,
  });
  try {
    await cluster.initialise();
    const connections = connectionsOf(
      { host: '127.0.0.1', port: await cluster.start(), database: DATABASE_NAME },
      secrets,
    );
    await prepareDatabase(connections, secrets);
    await runSeedSteps(
      { connections, secrets, embedded: true, ended: cluster.ended, close: () => cluster.stop() },
      { ...config, demo: true },
    );
    const letters = join(config.dataDir, 'demo', 'letters');
    const { root } = config;
    return await runApiScript(
      'play-demo',
      [...fixtures.map((name) => join(root, 'test', 'fixtures', name)), letters, ...(json ? ['--json'] : [])],
      { root, dataDir },
      connections,
    );
  } finally {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function wantsJson(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }).values.json ?? false;
  } catch (cause) {
    throw new ConfigError(`${(cause as Error).message} See demo --help.`, { cause });
  }
}
