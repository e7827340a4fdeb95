import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseConfig } from '#database';
import { DEMO_AUTHORITY, seedDemoIdentities } from '#identity';
import { connectionsOf } from '../../apps/cli/src/database/connections.js';
import { toDatabaseUrl } from '../../apps/cli/src/database/database-url.js';
import { inOneTransaction } from '../../apps/cli/src/database/one-transaction.js';
import { prepareDatabase } from '../../apps/cli/src/database/schema.js';
import { Cluster } from '../../apps/cli/src/postgres/cluster.js';
import { freePort } from '../../apps/cli/src/postgres/free-port.js';
import { readPostmaster } from '../../apps/cli/src/postgres/postmaster.js';
import { loadSecrets } from '../../apps/cli/src/secrets.js';
import { NODE_FLAGS } from '../../apps/cli/src/start/node-flags.js';
import { DatabaseProxy } from './database-proxy.js';
import { Disk } from './disk.js';
import { Service } from './service.js';

/** What a request, a statement and a silent network may take in these tests. */
export const STATEMENT_SECONDS = 3;
/** Shorter than what anybody waits for here, and longer than a silent network takes to be noticed. */
export const REQUEST_SECONDS = 8;

/** A whole installation of its own: PostgreSQL that really writes to its disk, the API and the worker as processes. */
export class Installation {
  private constructor(
    readonly folder: string,
    readonly url: string,
    /** Straight to PostgreSQL, past the wire that is cut. */
    readonly direct: { app: DatabaseConfig; superuser: DatabaseConfig },
    readonly proxy: DatabaseProxy,
    readonly disk: Disk,
    readonly api: Service,
    readonly worker: Service,
    private readonly cluster: { current: Cluster },
    private readonly open: () => Promise<Cluster>,
  ) {}

  static async make(): Promise<Installation> {
    const folder = mkdtempSync(join(tmpdir(), 'techgate-faults-'));
    chmodSync(folder, 0o755);
    const [databasePort, port] = [await freePort(), await freePort()];
    const secrets = loadSecrets(folder);
    const open = () =>
      Cluster.open({ dataDir: folder, port: databasePort, superuserPassword: secrets.superuser });
    const cluster = { current: await open() };
    await cluster.current.initialise();
    await cluster.current.start();
    const connections = connectionsOf(
      { host: '127.0.0.1', port: databasePort, database: 'techgate' },
      secrets,
    );
    await prepareDatabase(connections, secrets);
    await inOneTransaction(connections.app, DEMO_AUTHORITY.id, seedDemoIdentities);
    const proxy = new DatabaseProxy(() => databasePort);
    const disk = Disk.make(join(folder, 'storage'));
    const environment = environmentOf(folder, port, { ...connections.app, port: await proxy.listen() });
    const service = (app: 'api' | 'worker') =>
      new Service(
        app,
        [...NODE_FLAGS, `dist/apps/${app}/src/main.js`],
        environment,
        join(folder, `${app}.log`),
      );
    const { app, superuser } = connections;
    if (superuser === null) throw new Error('the own cluster has a superuser');
    return new Installation(
      folder,
      `http://127.0.0.1:${port}`,
      { app, superuser },
      proxy,
      disk,
      service('api'),
      service('worker'),
      cluster,
      open,
    );
  }

  get storage(): string {
    return join(this.folder, 'storage');
  }
  get checkpointsFile(): string {
    return join(this.folder, 'keys', 'checkpoints.jsonl');
  }
  get pids(): number[] {
    return [this.api.pid, this.worker.pid].filter((pid) => pid !== undefined);
  }

  /** Ends PostgreSQL as a power cut would: the postmaster and every process of it. */
  killDatabase(): void {
    const postmaster = readPostmaster(this.cluster.current.folder);
    if (postmaster === null) return;
    const children = childrenOf(postmaster.pid);
    for (const pid of [postmaster.pid, ...children]) killIfThere(pid);
  }
  /** Starts PostgreSQL again, as an init system would: nothing is repaired by hand. */
  async startDatabase(): Promise<void> {
    for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20))
      if (readPostmaster(this.cluster.current.folder) === null) break;
    this.cluster.current = await this.open();
    await this.cluster.current.start();
  }
  /** Ends one process of PostgreSQL that serves us, upon which it starts all of them anew. */
  killBackend(pid: number): void {
    killIfThere(pid);
  }

  async remove(): Promise<void> {
    await Promise.all([this.api.stop(), this.worker.stop()]);
    await this.proxy.close();
    await this.cluster.current.stop();
    this.disk.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What API and worker of an installation in this folder are told. */
export function environmentOf(folder: string, port: number, database: DatabaseConfig): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_|^JEST_/.test(name));
  return {
    ...Object.fromEntries(inherited),
    PORT: String(port),
    DATABASE_URL: toDatabaseUrl(database),
    DATABASE_POOL_SIZE: '10',
    STATEMENT_TIMEOUT_SECONDS: String(STATEMENT_SECONDS),
    REQUEST_TIMEOUT_SECONDS: String(REQUEST_SECONDS),
    STORAGE_FOLDER: join(folder, 'storage'),
    KEY_FOLDER: join(folder, 'keys'),
    PROOF_FOLDER: join(folder, 'proofs'),
    RATE_PER_MINUTE: '1000000',
    PERSON_RATE_PER_MINUTE: '1000000',
    SIGN_IN_RATE_PER_MINUTE: '1000000',
    LOG_LEVEL: 'warn',
  };
}

const childrenOf = (parent: number): number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, of]) => of === parent)
    .map(([pid]) => pid ?? 0);

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}
