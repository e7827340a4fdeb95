import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { observeOperations, type Operation, type Watch } from '../operation.js';
import { type Place, PLACES } from '../places.js';
import { ProcessFigures } from './process-figures.js';
import { type OperatingFigures, StateGauges } from './state-gauges.js';

/** Seconds: the aims for reads and commands lie in the first half, the patience of people in the second. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const COUNTED = { act: 'acts', transaction: 'transactions', job: 'job_runs' } as const;
const WHAT = {
  act: 'Acts on dossiers and projects by name and outcome.',
  transaction: 'Transactions by kind and outcome.',
  job: 'Turns of recurring jobs by queue and outcome.',
} as const;
type Kind = Operation['kind'];

/** Use of a pool of database connections. */
export type PoolUse = Record<'used' | 'idle' | 'waiting', number>;

/** The figures of one process, in a registry of its own. Labels come from closed lists: route templates, names, codes. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly process = new ProcessFigures(this.registry);
  private readonly state = new StateGauges(this.registry);
  private readonly requests = this.counter('http_requests', 'Requests by route template and status.', [
    'method',
    'route',
    'status',
  ]);
  private readonly latency = this.histogram('http_request', 'Time to the end of the answer.', [
    'method',
    'route',
  ]);
  private readonly refusals = this.counter('refusals', 'Problem documents by code.', ['code']);
  private readonly brokenOff = this.counter(
    'broken_connections',
    'Connections on which no request could be read, by the code of the answer; none where nobody listened any more.',
    ['code'],
  );
  private readonly lastTurn = new Gauge({
    name: 'techgate_job_last_success_timestamp_seconds',
    help: 'When a job last ended well in this process, seconds since 1970.',
    labelNames: ['name'],
    registers: [this.registry],
  });
  private readonly counts = this.each((kind) => this.counter(COUNTED[kind], WHAT[kind], ['name', 'outcome']));
  private readonly durations = this.each((kind) => this.histogram(kind, `Duration: ${WHAT[kind]}`, ['name']));
  private readonly forget = observeOperations((operation) => this.watch(operation));

  /** Ends what measures in the background. */
  close(): void {
    this.forget();
    this.process.close();
  }

  /**
   * Counts an answered request. `route` is the template, never the path; `seconds` null for an answer that is meant to last.
   */
  answered(request: { method: string; route: string; status: number; seconds: number | null }): void {
    const { method, route, status, seconds } = request;
    this.requests.inc({ method, route, status });
    if (seconds !== null) this.latency.observe({ method, route }, seconds);
  }

  refused(code: string): void {
    this.refusals.inc({ code });
  }

  /** Counts a connection on which no request could be read, by what it was told; null: nobody was there to be told. */
  broken(code: string | null): void {
    this.brokenOff.inc({ code: code ?? 'none' });
  }

  /** Reads the use of a pool whenever somebody asks for the figures. */
  pool(read: () => PoolUse): void {
    new Gauge({
      name: 'techgate_database_pool_connections',
      help: 'Connections of the pool in use and idle, and requests that wait for one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        for (const [state, count] of Object.entries(read())) this.set({ state }, count);
      },
    });
  }

  /** Reads which places cannot be written whenever somebody asks for the figures; `lost` ends within a few seconds. */
  places(lost: () => Promise<readonly Place[]>): void {
    new Gauge({
      name: 'techgate_place_writable',
      help: '1 where this process can write the folder of documents and that of keys, else 0.',
      labelNames: ['place'],
      registers: [this.registry],
      async collect() {
        const unwritable = await lost();
        for (const place of PLACES) this.set({ place }, unwritable.includes(place) ? 0 : 1);
      },
    });
  }

  /** Reads how many streams of events are open whenever somebody asks for the figures. */
  streams(read: () => number): void {
    new Gauge({
      name: 'techgate_event_streams_open',
      help: 'Streams of live events that are open in this process.',
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  /** Everything in the text format of Prometheus; without `figures` those of the installation are left out. */
  async text(figures: OperatingFigures | null): Promise<string> {
    this.state.set(figures);
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private watch({ kind, name }: Operation): Watch {
    return {
      ended: ({ kind: outcome, seconds }) => {
        this.counts[kind].inc({ name, outcome });
        this.durations[kind].observe({ name }, seconds);
        if (kind === 'job' && outcome === 'done') this.lastTurn.set({ name }, Date.now() / 1000);
      },
    };
  }

  private each<Made>(make: (kind: Kind) => Made): Record<Kind, Made> {
    return { act: make('act'), transaction: make('transaction'), job: make('job') };
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name: `techgate_${name}_total`, help, labelNames, registers: [this.registry] });
  }

  private histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    const full = `techgate_${name}_duration_seconds`;
    return new Histogram({ name: full, help, labelNames, buckets: BUCKETS, registers: [this.registry] });
  }
}
