import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

const NANOSECONDS = 1e9;
const RESOLUTION_MS = 20;

/** Memory, processor time and lag of the event loop of this process; read when somebody asks, but for the lag. */
export class ProcessFigures {
  private readonly lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  constructor(registry: Registry) {
    const gauge = (name: string, help: string, read: () => number) =>
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss());
    gauge('nodejs_heap_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
    gauge('process_cpu_seconds', 'Processor time since the start.', () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    });
    gauge('process_start_time_seconds', 'When the process began, seconds since 1970.', () =>
      Math.round(performance.timeOrigin / 1000),
    );
    this.lagGauge(registry);
    this.lag.enable();
  }

  /** Ends the timer that measures the lag. */
  close(): void {
    this.lag.disable();
  }

  private lagGauge(registry: Registry): void {
    const { lag } = this;
    new Gauge({
      name: 'nodejs_eventloop_lag_seconds',
      help: 'Delay of the event loop since the last reading.',
      labelNames: ['quantile'],
      registers: [registry],
      collect() {
        for (const quantile of [50, 99, 100])
          this.set({ quantile: String(quantile / 100) }, lag.percentile(quantile) / NANOSECONDS);
        lag.reset();
      },
    });
  }
}
