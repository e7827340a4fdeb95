import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { type CliConfig, readConfig } from '../../apps/cli/src/config.js';
import { toDatabaseUrl } from '../../apps/cli/src/database/database-url.js';
import { prepareDatabase } from '../../apps/cli/src/database/schema.js';
import { type OpenDatabase, openDatabase } from '../../apps/cli/src/database/with-database.js';
import { placeForPostgres } from '../../apps/cli/src/postgres/binaries.js';
import { readPostmaster } from '../../apps/cli/src/postgres/postmaster.js';
import { freePort } from '../../apps/cli/src/postgres/free-port.js';
import { runSeedSteps } from '../../apps/cli/src/start/seed-steps.js';
import { isListeningWithin } from '../../apps/cli/src/start/listening.js';
import { NODE_FLAGS } from '../../apps/cli/src/start/node-flags.js';
import { AS_STARTED, FOR_LOADING, isForLoading } from './loading-settings.js';
import { childrenOf, processorTimeOf, residentMegabytes, timeOfEnded } from './process-figures.js';

const UNLIMITED = '1000000';
const START_WITHIN = 60_000;
const SOURCE_FLAGS = ['--conditions=source', '--import', './scripts/ts-hooks.mjs'];

/** A process of the bench that answers over HTTP. */
export interface Server {
  url: string;
  /** Milliseconds from the start of the process to the first connection that it accepted. */
  startedIn: number;
  /** Resident memory in MB. */
  memory: () => number;
  /** Seconds that its processor time adds up to so far. */
  processorTime: () => number;
  stop: () => Promise<void>;
  /** Ends it without its orderly end, which would sign everything that is new in the log. */
  kill: () => Promise<void>;
}

/** An installation of its own: the embedded PostgreSQL as `npm start` runs it, and the built programs beside it. */
export class Installation {
  private constructor(
    private readonly config: CliConfig,
    private opened: OpenDatabase,
  ) {}

  /** The database as it is open now; another one after each `loading`. */
  get database(): OpenDatabase {
    return this.opened;
  }

  /** Opens the installation of a folder; an empty one gets its schema, accounts and the played demonstration. */
  static async open(folder: string, { fresh }: { fresh: boolean }): Promise<Installation> {
    const dataDir = join(folder, 'data');
    const config = readConfig([], { TECHGATE_DATA_DIR: dataDir });
    if (fresh) await forget(config);
    mkdirSync(dataDir, { recursive: true });
    const installation = new Installation(config, await openDatabase(config, 'stop'));
    await installation.asStarted();
    const { database } = installation;
    await prepareDatabase(database.connections, database.secrets);
    await runSeedSteps(database, config);
    await installation.program('demo/load-demo.main').ended;
    return installation;
  }

  /** The role that owns the schema. */
  get owner() {
    const { owner } = this.database.connections;
    if (owner === null) throw new Error('the bench runs on a server of its own');
    return owner;
  }

  /** Runs `work`, which loads very many rows, on a server that is set for that; it runs as `npm start` has it again after. */
  async loading<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.restarted(FOR_LOADING);
    try {
      return await work();
    } finally {
      await this.restarted(AS_STARTED);
    }
  }

  /** Undoes what an earlier run set and did not live to undo. */
  private async asStarted(): Promise<void> {
    if (await this.asSuperuser(isForLoading)) await this.restarted(AS_STARTED);
  }

  /** Starts the server anew with changed settings: it may listen elsewhere then. */
  private async restarted(changes: readonly string[]): Promise<void> {
    await this.asSuperuser(async (client) => {
      for (const change of changes) await client.query(change);
    });
    await this.opened.close();
    this.opened = await openDatabase(this.config, 'stop');
  }

  private async asSuperuser<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const { superuser } = this.database.connections;
    if (superuser === null) throw new Error('the bench runs on a server of its own');
    // Its own database may not be made yet, and settings are the server's.
    const client = new pg.Client({ ...superuser, database: 'postgres' });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** The API as production runs it, from `dist`, in a process of its own; only the limits of rate are out of the way. */
  async startApi(options: readonly string[] = []): Promise<Server> {
    const port = await freePort();
    return this.server(port, this.program('main', port, options));
  }

  /** A program of the bench itself that listens on the port that its environment names. */
  async startProgram(file: string, args: readonly string[]): Promise<Server> {
    const port = await freePort();
    return this.server(port, started(this.config, [...SOURCE_FLAGS, file, ...args], this.environment(port)));
  }

  /** Runs a program of the bench to its end. */
  async runProgram(file: string, args: readonly string[]): Promise<void> {
    await started(this.config, [...SOURCE_FLAGS, file, ...args], this.environment(0)).ended;
  }

  /** Verifies the log as `npm run verify` does, with the built program and its threads; the seconds without its start. */
  async verify(): Promise<{ entries: number; ok: boolean; seconds: number }> {
    const program = join(this.config.root, 'dist', 'libs', 'audit', 'src', 'index.js');
    const args = [...NODE_FLAGS, join('test', 'bench', 'verify.mjs'), pathToFileURL(program).href];
    const env = { ...process.env, BENCH_DATABASE: JSON.stringify(this.database.connections.app) };
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: this.config.root, env });
    return JSON.parse(stdout) as { entries: number; ok: boolean; seconds: number };
  }

  /** Seconds that the processor time of all processes of the database adds up to so far. */
  databaseTime(): number {
    const postmaster = readPostmaster(placeForPostgres(join(this.config.dataDir, 'postgres')))?.pid;
    if (postmaster === undefined) throw new Error('the database of the bench is not up');
    return childrenOf(postmaster).reduce(
      (sum, pid) => sum + processorTimeOf(pid),
      timeOfEnded(String(postmaster)),
    );
  }

  /** Stops the server; what it held is deleted unless it is kept for the next run. */
  async close(keep: boolean): Promise<void> {
    await this.opened.close();
    if (!keep) await forget(this.config);
  }

  private program(main: string, port = 0, options: readonly string[] = []) {
    const entry = join(this.config.root, 'dist', 'apps', 'api', 'src', `${main}.js`);
    return started(this.config, [...NODE_FLAGS, ...options, entry], this.environment(port));
  }

  private async server(port: number, { child, ended }: Started): Promise<Server> {
    const begun = performance.now();
    if (!(await isListeningWithin(port, START_WITHIN)))
      throw new Error('a server of the bench does not listen');
    const startedIn = performance.now() - begun;
    const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal);
      await ended;
    };
    const [stop, kill] = [() => end('SIGTERM'), () => end('SIGKILL')];
    return {
      url: `http://127.0.0.1:${port}`,
      startedIn,
      memory: () => residentMegabytes(child),
      processorTime: () => processorTimeOf(String(child.pid)),
      stop,
      kill,
    };
  }

  private environment(port: number): Record<string, string> {
    const { dataDir, root } = this.config;
    return {
      NODE_ENV: 'production',
      PRODUCTION_EXCEPTIONS: 'demo_accounts,embedded_database',
      DEMO_ACCOUNTS: 'true',
      EMBEDDED_DATABASE: 'true',
      PORT: String(port),
      DATABASE_URL: toDatabaseUrl(this.database.connections.app),
      JWT_SECRET: this.database.secrets.jwt,
      SESSION_SECRET: this.database.secrets.session,
      STORAGE_FOLDER: join(dataDir, 'storage'),
      KEY_FOLDER: join(dataDir, 'keys'),
      PROOF_FOLDER: join(dataDir, 'proofs'),
      PACKS_FOLDER: join(root, 'libs', 'law', 'packs'),
      RATE_PER_MINUTE: UNLIMITED,
      PERSON_RATE_PER_MINUTE: UNLIMITED,
      SIGN_IN_RATE_PER_MINUTE: UNLIMITED,
      PREVIEW_RATE_PER_MINUTE: UNLIMITED,
      LOG_LEVEL: 'info',
    };
  }
}

interface Started {
  child: ChildProcess;
  ended: Promise<void>;
}

/** Starts a Node process whose lines go into the log of the installation; ends with an error when it ended with one. */
function started(
  { root, dataDir }: CliConfig,
  args: readonly string[],
  env: Record<string, string>,
): Started {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(dataDir, 'programs.log'), { flags: 'a' });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', (code, signal) => {
      if (code === 0 || signal !== null) resolve();
      else
        reject(new Error(`${args.at(-1)} ended with ${String(code)}: see ${join(dataDir, 'programs.log')}`));
    });
  });
  ended.catch(() => undefined);
  return { child, ended };
}

/** Deletes what an earlier bench left, its cluster too, which under root lies in a place of its own. */
async function forget(config: CliConfig): Promise<void> {
  const { Cluster } = await import('../../apps/cli/src/postgres/cluster.js');
  const cluster = await Cluster.open({ dataDir: config.dataDir, port: null, superuserPassword: '' });
  await cluster.stopOrphan();
  rmSync(cluster.folder, { recursive: true, force: true });
  rmSync(config.dataDir, { recursive: true, force: true });
}
