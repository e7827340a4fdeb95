import { join } from 'node:path';
import { type CliConfig, ConfigError, readConfig } from '../config.js';
import { inOneTransaction } from '../database/one-transaction.js';
import { toDatabaseUrl } from '../database/database-url.js';
import { prepareDatabase } from '../database/schema.js';
import { type OpenDatabase, openDatabase } from '../database/with-database.js';
import { whyPortIsTaken } from '../postgres/free-port.js';
import { banner } from './banner.js';
import { claim } from './instance.js';
import { endLeftoverChildren, forgetChildren } from './leftover-children.js';
import { isListeningWithin } from './listening.js';
import { Parts } from './parts.js';
import { runSeedSteps } from './seed-steps.js';
import { wishToEnd } from './shutdown.js';
import { trackingExamples } from './tracking-examples.js';

const LISTEN_WITHIN = 60_000;
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
const urlOf = (port: number): string => `http://localhost:${port}`;

async function assertPortIsFree(port: number): Promise<void> {
  const code = await whyPortIsTaken(port);
  if (code === null) return;
  if (code === 'EACCES')
    throw new ConfigError(
      `Port ${port} needs rights that you do not have. Set another one: PORT=${port + 3000} npm start`,
    );
  throw new ConfigError(
    `Port ${port} is taken by another program. End that program, or set another port: PORT=${port + 1} npm start (or npm start -- --port ${port + 1})`,
  );
}

async function assertOnlyOne(config: CliConfig, wish: Promise<string>): Promise<void> {
  const self = { pid: process.pid, url: urlOf(config.port), ending: false };
  void wish.then(() => (self.ending = true));
  const other = await claim(config.dataDir, self);
  if (other === null) return;
  throw new ConfigError(
    `TechGate already runs from this folder at ${other.url} (process ${other.pid ?? 'unknown'}). End it first, or set TECHGATE_DATA_DIR for a second one.`,
  );
}

/** What the launcher knows and the apps cannot: the database it started, the secrets it made. */
function environmentOf(
  config: CliConfig,
  { connections, secrets, embedded }: OpenDatabase,
): Record<string, string> {
  return {
    PORT: String(config.port),
    PUBLIC_URL: config.publicUrl ?? urlOf(config.port),
    DATABASE_URL: toDatabaseUrl(connections.app),
    EMBEDDED_DATABASE: String(embedded),
    JWT_SECRET: config.jwtSecret ?? secrets.jwt,
    SESSION_SECRET: config.sessionSecret ?? secrets.session,
    LOG_LEVEL: config.logLevel ?? 'warn',
    STORAGE_FOLDER: config.storageFolder ?? join(config.dataDir, 'storage'),
    KEY_FOLDER: config.keyFolder ?? join(config.dataDir, 'keys'),
    PROOF_FOLDER: config.proofFolder ?? join(config.dataDir, 'proofs'),
    PACKS_FOLDER: config.packsFolder ?? join(config.root, 'libs', 'law', 'packs'),
  };
}

/**
 * The API first and alone, so that it answers soon; then the demonstration's histories, where there are none yet; the
 * worker last, since its clock is the real one and the histories lie in the past.
 */
async function startParts(config: CliConfig, open: OpenDatabase, parts: Parts): Promise<void> {
  parts.start('api');
  const listening = await isListeningWithin(config.port, LISTEN_WITHIN);
  if (listening) console.log(await banner(config, urlOf(config.port)));
  if (config.demo && (await hasNoDossier(open))) await parts.once('api', 'demo/load-demo.main');
  if (config.demo && listening)
    for (const line of await trackingExamples(urlOf(config.port))) console.log(line);
  parts.start('worker');
}

async function hasNoDossier({ connections }: OpenDatabase): Promise<boolean> {
  let none = false;
  await inOneTransaction(connections.app, NO_AUTHORITY, async (tx) => {
    none = (await tx.one('SELECT 1 AS yes FROM dossier LIMIT 1')) === null;
  });
  return none;
}

/** Runs until somebody wishes to end or a part ends by itself; returns the exit code. */
async function runUntilEnd(parts: Parts, open: OpenDatabase, wish: Promise<string>): Promise<number> {
  const reason = await Promise.race([
    wish.then((word) => ({ word, code: 0 })),
    parts.failure.then((word) => ({ word, code: 1 })),
    open.ended.then((how) => ({ word: `PostgreSQL ended (${how})`, code: 1 })),
  ]);
  console.log(`Ending: ${reason.word} …`);
  return reason.code;
}

async function endAll(config: CliConfig, parts: Parts, open: OpenDatabase): Promise<void> {
  await parts.stop();
  await open.close();
  forgetChildren(config.dataDir);
  console.log('Ended.');
}

/**
 * Starts everything on this machine and keeps it running: database, schema, seeds, API and worker. Returns the
 * exit code: 0 when it was told to end, 1 when a part of it failed.
 */
export async function start(args: readonly string[]): Promise<number> {
  const config = readConfig(args);
  const wish = wishToEnd(config);
  // Whoever read our lines may be gone before we are; that must not cost PostgreSQL its orderly end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  await assertOnlyOne(config, wish);
  await endLeftoverChildren(config.dataDir);
  await assertPortIsFree(config.port);
  const open = await openDatabase(config, 'stop');
  const parts = new Parts(config, environmentOf(config, open));
  try {
    const ran = await prepareDatabase(open.connections, open.secrets);
    if (ran.length > 0) console.log(`Migrated: ${ran.length} steps.`);
    await runSeedSteps(open, config);
    const started = startParts(config, open, parts);
    started.catch((error: unknown) => {
      console.error((error as Error).message);
    });
    return await runUntilEnd(parts, open, wish);
  } finally {
    await endAll(config, parts, open);
  }
}
