import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, placeForPostgres, postgresBinaries } from './binaries.js';
import { freePort } from './free-port.js';
import { type OsUser, postgresOsUser } from './os-user.js';
import { readPostmaster, until } from './postmaster.js';
import { LOOPBACK, socketHost } from './socket-host.js';

const START_WITHIN = 60_000;
const STOP_WITHIN = 30_000;
const DURABLE = ['fsync=on'];
const THROWN_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const LOG_LIMIT = 10_000_000;
export const SUPERUSER = 'postgres';

/** Where the cluster lives and how it is reached. */
export interface ClusterOptions {
  /** Folder that holds `postgres/` and `postgres.log`. */
  dataDir: string;
  port: number | null;
  superuserPassword: string;
  /** False: no waiting for the disk, for data that are thrown away (tests). */
  durable?: boolean;
}

/**
 * The embedded PostgreSQL of one installation: on the loopback and on a socket in its own folder, which nobody else may
 * enter; in a process group of its own.
 */
export class Cluster {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly binaries: Binaries,
    private readonly user: OsUser,
    readonly folder: string,
    private readonly options: ClusterOptions,
  ) {}

  static async open(options: ClusterOptions): Promise<Cluster> {
    const folder = placeForPostgres(join(options.dataDir, 'postgres'));
    return new Cluster(await postgresBinaries(), postgresOsUser(), folder, options);
  }

  exists(): boolean {
    return existsSync(join(this.folder, 'PG_VERSION'));
  }

  /** Creates the cluster when there is none. An interrupted creation leaves nothing that counts. */
  async initialise(): Promise<void> {
    if (this.exists()) return;
    const fresh = `${this.folder}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    const passwordFile = `${fresh}.password`;
    writeFileSync(passwordFile, `${this.options.superuserPassword}\n`, { mode: 0o600 });
    this.own(fresh);
    this.own(passwordFile);
    try {
      await this.runInitdb(fresh, passwordFile);
    } finally {
      rmSync(passwordFile, { force: true });
    }
    rmSync(this.folder, { recursive: true, force: true });
    renameSync(fresh, this.folder);
  }

  private async runInitdb(folder: string, passwordFile: string): Promise<void> {
    const locale = process.platform === 'win32' || process.platform === 'darwin' ? 'C' : 'C.UTF-8';
    const flags = [
      ...(this.options.durable === false ? ['--no-sync'] : []),
      '--auth=scram-sha-256',
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
    ];
    await promisify(execFile)(this.binaries.initdb, [`--pgdata=${folder}`, ...flags, `--locale=${locale}`], {
      ...this.user,
      cwd: dirname(folder),
    });
  }

  /** Stops a server that a killed launcher left behind. Returns whether there was one. */
  async stopOrphan(): Promise<boolean> {
    const orphan = readPostmaster(this.folder);
    if (orphan === null) return false;
    this.interrupt(orphan.pid);
    const gone = await until(() => readPostmaster(this.folder) === null, STOP_WITHIN);
    if (!gone)
      throw new Error(`PostgreSQL (process ${orphan.pid}) of an earlier run does not stop: end it yourself.`);
    return true;
  }

  /** Starts the server and resolves with its port as soon as it accepts connections. */
  async start(): Promise<number> {
    const port = this.options.port ?? (await freePort());
    const log = this.openLog();
    const settings = [
      `listen_addresses=${LOOPBACK}`,
      // The folder in which the server runs: its own.
      `unix_socket_directories=${process.platform === 'win32' ? '' : '.'}`,
      ...(this.options.durable === false ? THROWN_AWAY : DURABLE),
      'max_connections=200',
    ];
    const server = spawn(
      this.binaries.postgres,
      ['-D', this.folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      {
        ...this.user,
        cwd: this.folder,
        stdio: ['ignore', log, log],
        detached: process.platform !== 'win32',
        windowsHide: true,
      },
    );
    closeSync(log);
    this.server = server;
    await this.accepting(server);
    return port;
  }

  private async accepting(server: ChildProcess): Promise<void> {
    let failure: string | null = null;
    server.once('error', (error) => (failure = error.message));
    server.once('exit', (code) => (failure ??= `it ended with code ${code}`));
    const accepts = (): boolean => {
      const found = readPostmaster(this.folder);
      return found !== null && found.pid === server.pid && found.ready;
    };
    await until(() => failure !== null || accepts(), START_WITHIN);
    if (failure === null && accepts()) return;
    throw new Error(`PostgreSQL did not start (${failure ?? 'no answer'}); its log: ${this.logFile}`);
  }

  /** The host by which programs on this machine reach the server that runs on `port`. */
  hostOf(port: number): string {
    return socketHost(this.folder, port);
  }

  /** Ends the server: open transactions are rolled back, everything committed is on disk. */
  async stop(): Promise<void> {
    const server = this.server;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    if (server.pid !== undefined) this.interrupt(server.pid);
    const ended = await until(() => server.exitCode !== null || server.signalCode !== null, STOP_WITHIN);
    if (!ended) server.kill('SIGQUIT');
  }

  /** Resolves when the server ends, wanted or not. */
  get ended(): Promise<string> {
    return new Promise((resolve) => {
      this.server?.once('exit', (code, signal) => {
        resolve(signal ?? `code ${code ?? 'unknown'}`);
      });
    });
  }

  // SIGINT is PostgreSQL's fast shutdown; Windows has no signals, there its own program tells it.
  private interrupt(pid: number): void {
    if (process.platform === 'win32')
      execFileSync(this.binaries.pg_ctl, ['stop', '-D', this.folder, '-m', 'fast']);
    else process.kill(pid, 'SIGINT');
  }

  get logFile(): string {
    return join(this.options.dataDir, 'postgres.log');
  }

  private openLog(): number {
    if (existsSync(this.logFile) && statSync(this.logFile).size > LOG_LIMIT)
      renameSync(this.logFile, `${this.logFile}.1`);
    return openSync(this.logFile, 'a');
  }

  private own(path: string): void {
    const { uid, gid } = this.user;
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  }
}
