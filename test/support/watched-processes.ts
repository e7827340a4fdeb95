import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_AUTHORITY, seedDemoIdentities } from '#identity';
import { prepareJobs } from '#jobs';
import { inOneTransaction } from '../../apps/cli/src/database/one-transaction.js';
import { freePort } from '../../apps/cli/src/postgres/free-port.js';
import { NODE_FLAGS } from '../../apps/cli/src/start/node-flags.js';
import { environmentOf } from '../fault/installation.js';
import { Service } from '../fault/service.js';
import { cloneDatabase, runAs, type TestDatabase } from './database.js';
import { eventually } from './process-house.js';
import { type Series } from './promql.js';
import { RemoteApi } from './remote-api.js';
import { seriesIn } from './scraped-series.js';
import { TraceReceiver } from './trace-receiver.js';

const ROOT = new URL('../..', import.meta.url).pathname;
/** Kept from run to run: golden cases that held on these programs need not be run for each of these processes. */
const PROOFS = join(ROOT, '.tmp', 'proofs');
type App = 'api' | 'worker';
interface LogLine {
  msg: string;
  request?: { id: string; method: string; path: string | null };
  dossierId?: string;
  [field: string]: unknown;
}

/** One API and one worker as processes of their own that tell all that they can: log, figures and traces. */
export class WatchedProcesses {
  private constructor(
    readonly db: TestDatabase,
    readonly folder: string,
    readonly traces: TraceReceiver,
    private readonly ports: Record<App, number>,
    private readonly services: Record<App, Service>,
    readonly api: RemoteApi,
  ) {}

  /** Built where that is due; nothing runs yet. */
  static async prepare(label: string): Promise<WatchedProcesses> {
    execFileSync(process.execPath, [
      '-e',
      `import('./scripts/ensure-build.mjs').then((it) => it.ensureBuild())`,
    ]);
    const db = await cloneDatabase(label);
    await prepareJobs(db.owner);
    await inOneTransaction(db.app, DEMO_AUTHORITY.id, seedDemoIdentities);
    const folder = mkdtempSync(join(tmpdir(), 'techgate-watched-'));
    const traces = await TraceReceiver.open();
    const ports = { api: await freePort(), worker: await freePort() };
    const environment = {
      ...environmentOf(folder, ports.api, db.app),
      ...{ LOG_LEVEL: 'info', PROOF_FOLDER: PROOFS, PREVIEW_RATE_PER_MINUTE: '20' },
      ...{ WORKER_PORT: String(ports.worker), OTEL_EXPORTER_OTLP_ENDPOINT: traces.endpoint },
    };
    const service = (app: App) =>
      new Service(app, [...NODE_FLAGS, `dist/apps/${app}/src/main.js`], environment, logOf(folder, app));
    const services = { api: service('api'), worker: service('worker') };
    const api = new RemoteApi(`http://127.0.0.1:${ports.api}`);
    return new WatchedProcesses(db, folder, traces, ports, services, api);
  }

  start(app: App): void {
    this.services[app].start();
  }
  /** Listens, which it does once it is ready; figures of the installation are not asked for, since they would be remembered. */
  listening(app: App): Promise<void> {
    return eventually(`${app} listens`, async () => {
      const answer = await this.ask(app, '/health/live').catch(() => null);
      return answer?.status === 200;
    });
  }
  /** What a process tells of itself now, as somebody keeps it who scrapes it under this job. */
  async series(app: App, job: string): Promise<Series[]> {
    const answer = await this.ask(app, '/metrics');
    return seriesIn(await answer.text(), { job, instance: app });
  }
  /** Everything that a process wrote; each line has to be JSON. */
  lines(app: App): LogLine[] {
    return this.text(app)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LogLine);
  }
  text(app: App): string {
    const file = logOf(this.folder, app);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }
  sql(text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
    return runAs(this.db.superuser, text, values);
  }

  /** Ends both as an operator would. */
  async stop(): Promise<void> {
    await Promise.all([this.services.api.stop(), this.services.worker.stop()]);
  }
  async close(): Promise<void> {
    await this.stop();
    await this.traces.close();
    await this.db.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ask(app: App, path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.ports[app]}${path}`);
  }
}

const logOf = (folder: string, app: App) => join(folder, `${app}.log`);
