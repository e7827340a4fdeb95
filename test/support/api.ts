import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PinoLogger } from 'nestjs-pino';
import { UnitOfWork } from '#database';
import { loadLawToRun } from '#dossiers';
import { DEMO_AUTHORITY, DEMO_PASSWORD, seedDemoIdentities } from '#identity';
import { AdjustableClock, type CivilDate, civilDateOf, systemActor, yearOf } from '#kernel';
import { type Pack } from '#law';
import { type ApiConfig, readConfig } from '../../apps/api/src/config.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { requestLog } from '../../apps/api/src/http/request-log.js';
import { ApiClient } from './api-client.js';
import { cloneDatabase, type TestDatabase } from './database.js';

/** The real API on a database of its own, with the demonstration people. */
export interface TestApi {
  app: NestFastifyApplication;
  /** Set once `listen` was asked for; injected requests need none. */
  url: string;
  clock: AdjustableClock;
  db: TestDatabase;
  config: ApiConfig;
  /** A client without an account. */
  anonymous: ApiClient;
  /** A client with a bearer token of a demonstration person; the same person at the same instant gets the same client. */
  login: (email: string) => Promise<ApiClient>;
  close: () => Promise<void>;
}
export interface TestApiOptions {
  label: string;
  /** Where the clock stands; 2026-07-15 09:00 in Viet Nam when not given. */
  now?: Date;
  /** Whether to open a port; `url` is empty otherwise. */
  listen?: boolean;
  config?: Partial<ApiConfig>;
  /** Takes the log lines; none are written otherwise. */
  log?: { write: (line: string) => void };
}

/** Starts the API as `main.ts` would, on a cloned database, with a clock that stands still. */
export async function startTestApi({
  label,
  now,
  listen = false,
  config: changes = {},
  log,
}: TestApiOptions): Promise<TestApi> {
  const db = await cloneDatabase(label);
  const folders = {
    storageFolder: await mkdtemp(join(tmpdir(), 'techgate-storage-')),
    keyFolder: await mkdtemp(join(tmpdir(), 'techgate-keys-')),
  };
  const config = { ...testConfig(db, folders), ...changes };
  const clock = new AdjustableClock(now ?? new Date('2026-07-15T02:00:00.000Z'));
  if (log) await replaceLogger(config.logLevel, log);
  const law = await lawOf(config, civilDateOf(clock.now()));
  const app = await createApp(config, { clock, law, ...(log ? { log } : {}) });
  await app.get(UnitOfWork).run(systemActor(DEMO_AUTHORITY.id), seedDemoIdentities);
  if (listen) await app.listen(0, '127.0.0.1');
  const people = new Map<string, Promise<ApiClient>>();
  const login = (email: string) => {
    // Tokens last a quarter of an hour: after the clock was moved somebody signs in anew.
    const when = `${email} ${clock.now().toISOString()}`;
    const client = people.get(when) ?? signIn(app, email);
    people.set(when, client);
    return client;
  };
  const close = async () => {
    await app.close();
    await db.drop();
    for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true });
  };
  return {
    app,
    url: listen ? await app.getUrl() : '',
    clock,
    db,
    config,
    anonymous: new ApiClient(app),
    login,
    close,
  };
}

const loadedLaw = new Map<string, Promise<readonly Pack[]>>();
/** The checked law as of a day, once for all files of a worker: what was loaded is frozen. */
function lawOf(config: ApiConfig, today: CivilDate): Promise<readonly Pack[]> {
  const key = `${config.packsFolder} ${config.mode} ${yearOf(today)}`;
  const law = loadedLaw.get(key) ?? loadLawToRun(config, today);
  loadedLaw.set(key, law);
  return law;
}

/** nestjs-pino keeps the first logger of a process for what is logged outside of requests: this one takes its place. */
async function replaceLogger(level: string, log: { write: (line: string) => void }): Promise<void> {
  const file = new URL('PinoLogger.js', import.meta.resolve('nestjs-pino')).href;
  const { __resetOutOfContextForTests: reset } = (await import(file)) as Record<string, () => void>;
  reset?.();
  new PinoLogger(requestLog(level, log));
}

async function signIn(app: NestFastifyApplication, email: string): Promise<ApiClient> {
  const answer = await new ApiClient(app).post<{ accessToken: string }>('/api/v1/auth/login', {
    email,
    password: DEMO_PASSWORD,
  });
  if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.body)}`);
  return new ApiClient(app, { authorization: `Bearer ${answer.body.accessToken}` });
}

type Folders = Pick<ApiConfig, 'storageFolder' | 'keyFolder'>;
function testConfig(db: TestDatabase, folders: Folders): ApiConfig {
  const high = 1_000_000;
  return {
    ...readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }),
    database: { ...db.app, poolSize: 20 },
    ...folders,
    rates: { general: high, pages: high, signIn: high, preview: high, person: high },
    // Tests ask tens of thousands of times for what is not there.
    notFoundAfter: 0,
    // An injected request waits for the end of its answer: streams end as soon as they stand.
    events: { streamSeconds: 0, heartbeatSeconds: 20, perPerson: high, total: high },
  };
}
