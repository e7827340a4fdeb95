import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DEMO_AUTHORITY, seedDemoIdentities } from '#identity';
import { prepareJobs } from '#jobs';
import { inOneTransaction } from '../../apps/cli/src/database/one-transaction.js';
import { freePort } from '../../apps/cli/src/postgres/free-port.js';
import { NODE_FLAGS } from '../../apps/cli/src/start/node-flags.js';
import { environmentOf } from '../fault/installation.js';
import { Service } from '../fault/service.js';
import { type ApiClient } from './api-client.js';
import { cloneDatabase, runAs, type TestDatabase } from './database.js';
import { RemoteApi } from './remote-api.js';

const PATIENCE_MS = 45_000;
/** As people meet them: nothing is to be refused here because this machine is busy. */
const LIMITS = { DATABASE_POOL_SIZE: '25', STATEMENT_TIMEOUT_SECONDS: '60', REQUEST_TIMEOUT_SECONDS: '90' };

/** Two APIs and three workers as processes of their own, as they are deployed, on one database and one folder. */
export class ProcessHouse {
  private constructor(
    readonly folder: string,
    readonly db: TestDatabase,
    readonly apis: readonly [RemoteApi, RemoteApi],
    private readonly apiProcesses: readonly Service[],
    readonly workers: readonly Service[],
    private readonly figures: readonly string[],
  ) {}

  /** All of them start at once, on folders in which nothing lies. */
  static async open(label: string): Promise<ProcessHouse> {
    const db = await cloneDatabase(label);
    await prepareJobs(db.owner);
    await inOneTransaction(db.app, DEMO_AUTHORITY.id, seedDemoIdentities);
    const folder = mkdtempSync(join(tmpdir(), 'techgate-house-'));
    const ports = [await freePort(), await freePort()] as const;
    const workerPorts = [await freePort(), await freePort(), await freePort()];
    const service = (app: 'api' | 'worker', port: number) => {
      const environment = {
        ...environmentOf(folder, port, db.app),
        ...LIMITS,
        ...(app === 'worker' && { WORKER_PORT: String(port) }),
      };
      return new Service(app, [...NODE_FLAGS, `dist/apps/${app}/src/main.js`], environment, logOf(folder));
    };
    const apis = ports.map((port) => service('api', port));
    const workers = workerPorts.map((port) => service('worker', port));
    const remote = ports.map((port) => new RemoteApi(`http://127.0.0.1:${port}`));
    const figures = workerPorts.map((port) => `http://127.0.0.1:${port}/metrics`);
    const house = new ProcessHouse(folder, db, remote as never, apis, workers, figures);
    for (const process of [...apis, ...workers]) process.start();
    await Promise.all(remote.map(({ origin }) => eventually(`${origin} is ready`, () => isReady(origin))));
    return house;
  }

  get storage(): string {
    return join(this.folder, 'storage');
  }
  get checkpointsFile(): string {
    return join(this.folder, 'keys', 'checkpoints.jsonl');
  }
  /** What any of the processes found worth a warning. */
  get log(): string[] {
    const file = logOf(this.folder);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  }
  /** Answers that no rival's doing excuses, and ends that nobody meant. */
  get broken(): string[] {
    const ends = [...this.apiProcesses, ...this.workers].flatMap(({ name, ownEnds }) =>
      ownEnds.map((how) => `${name} ended by itself: ${how}`),
    );
    return [...this.apis.flatMap(({ broken }) => broken), ...ends];
  }

  sql(text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
    return runAs(this.db.superuser, text, values);
  }
  /** Each worker has had its first round: from then on it ends in its own way when it is told to, before it just ends. */
  async workersAtWork(): Promise<void> {
    await Promise.all(this.figures.map((url) => eventually(`a round at ${url}`, () => hasHadARound(url))));
  }
  /** The same person signed in, one client at each API. */
  async both(email: string): Promise<[ApiClient, ApiClient]> {
    const [first, second] = this.apis;
    const client = await first.login(email);
    return [client, client.at(second.app)];
  }

  /**
   * Lets everybody begin and holds them at one lock until so many wait there: then all of them go on in the same instant,
   * whatever the machine made of their order.
   */
  async atOnce<Result>(lock: string, waiting: number, begin: () => Promise<Result>): Promise<Result> {
    const { host, port, user, password, database } = this.db.superuser;
    const holder = new pg.Client({ host, port, user, password, database });
    await holder.connect();
    try {
      await holder.query('BEGIN');
      await holder.query(lock);
      const results = begin();
      results.catch(() => undefined);
      await eventually(`${waiting} wait at: ${lock}`, async () => (await this.waiting()) >= waiting);
      await holder.query('ROLLBACK');
      return await results;
    } finally {
      await holder.end();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.apiProcesses, ...this.workers].map((process) => process.stop()));
    await this.db.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async waiting(): Promise<number> {
    const [row] = await this.sql(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'`,
      this.db.superuser.database,
    );
    return Number(row?.['n']);
  }
}

const logOf = (folder: string) => join(folder, 'processes.log');

async function isReady(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/health/ready`).catch(() => null);
  return answer?.status === 200;
}

async function hasHadARound(figures: string): Promise<boolean> {
  const told = await fetch(figures).then(
    (answer) => answer.text(),
    () => '',
  );
  return /^techgate_job_runs_total\{[^}]*"clock-tick"/m.test(told);
}

/** Looks until it holds. @throws with `what` when it does not in time */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(20)) if (await holds()) return;
  throw new Error(`not within ${PATIENCE_MS} ms: ${what}`);
}
