import { Gauge, type Registry } from 'prom-client';

/** One queue of recurring jobs. Ages in seconds; null where there is nothing to be old. */
export interface QueueFigures {
  queue: string;
  waiting: number;
  oldestWaitingSeconds: number | null;
  sinceCompletedSeconds: number | null;
  failedLastDay: number;
}
/** How an installation stands, read from its database. Ages in seconds; null where there is nothing to be old. */
export interface OperatingFigures {
  /** Timers of clocks and conditions that should have fired; counted up to 10,000. */
  alarmsWaiting: number;
  /** Of these, how many failed at least once; whether they are due to be tried again or not yet. */
  alarmsFailing: number;
  /** Since the oldest timer that has not fired was due, failures included; 0 when none waits. */
  clockLagSeconds: number;
  /** Age of the newest signed checkpoint of the log. */
  checkpointAgeSeconds: number | null;
  /** Since the last backup that the log tells of. */
  backupAgeSeconds: number | null;
  /** Since a verification of the whole log that somebody had asked for last came to its end. */
  verificationAgeSeconds: number | null;
  /** What it found wrong; 0 when all held. */
  verificationFaults: number | null;
  /** Reply clocks that ran out unanswered, ever. */
  silences: number;
  /** Of these, how many in the last 24 hours. */
  silencesLastDay: number;
  /** Drafted letters that wait for a signature or a number. */
  lettersWaiting: number;
  oldestLetterSeconds: number | null;
  importsWaiting: number;
  oldestImportSeconds: number | null;
  /** Since any worker last looked at the schedule. */
  workerSilentSeconds: number | null;
  queues: readonly QueueFigures[];
}

const PLAIN: Record<string, { help: string; of: (figures: OperatingFigures) => number | null }> = {
  alarms_waiting: {
    help: 'Timers of clocks and conditions that are due and have not fired, counted up to 10,000.',
    of: ({ alarmsWaiting }) => alarmsWaiting,
  },
  alarms_failing: {
    help: 'Timers that are due and have failed at least once, between their tries too.',
    of: ({ alarmsFailing }) => alarmsFailing,
  },
  clock_lag_seconds: {
    help: 'Since the oldest timer that has not fired was due.',
    of: ({ clockLagSeconds }) => clockLagSeconds,
  },
  checkpoint_age_seconds: {
    help: 'Age of the newest signed checkpoint of the log.',
    of: ({ checkpointAgeSeconds }) => checkpointAgeSeconds,
  },
  backup_age_seconds: {
    help: 'Since the last backup that the log tells of.',
    of: ({ backupAgeSeconds }) => backupAgeSeconds,
  },
  verification_age_seconds: {
    help: 'Since a verification of the whole log last came to its end.',
    of: ({ verificationAgeSeconds }) => verificationAgeSeconds,
  },
  verification_faults: {
    help: 'What the last verification of the whole log found wrong.',
    of: ({ verificationFaults }) => verificationFaults,
  },
  silences: {
    help: 'Statutory reply clocks that ran out unanswered (target: zero).',
    of: ({ silences }) => silences,
  },
  silences_last_day: {
    help: 'Statutory reply clocks that ran out unanswered in the last 24 hours.',
    of: ({ silencesLastDay }) => silencesLastDay,
  },
  letters_waiting: {
    help: 'Drafted letters that wait for a signature or a number.',
    of: ({ lettersWaiting }) => lettersWaiting,
  },
  oldest_letter_seconds: {
    help: 'Age of the oldest drafted letter.',
    of: ({ oldestLetterSeconds }) => oldestLetterSeconds,
  },
  imports_waiting: {
    help: 'Lists that wait to be brought into the register.',
    of: ({ importsWaiting }) => importsWaiting,
  },
  oldest_import_seconds: {
    help: 'Age of the oldest list that waits.',
    of: ({ oldestImportSeconds }) => oldestImportSeconds,
  },
  worker_silent_seconds: {
    help: 'Since any worker last looked at the schedule of jobs.',
    of: ({ workerSilentSeconds }) => workerSilentSeconds,
  },
};
const OF_QUEUE: Record<string, { help: string; of: (queue: QueueFigures) => number | null }> = {
  jobs_waiting: { help: 'Jobs that wait for a worker.', of: ({ waiting }) => waiting },
  oldest_job_seconds: {
    help: 'Age of the oldest job that waits.',
    of: ({ oldestWaitingSeconds }) => oldestWaitingSeconds,
  },
  job_completed_age_seconds: {
    help: 'Since a job of the queue last ended well, on any worker.',
    of: ({ sinceCompletedSeconds }) => sinceCompletedSeconds,
  },
  jobs_failed_last_day: {
    help: 'Jobs that failed in the last 24 hours.',
    of: ({ failedLastDay }) => failedLastDay,
  },
};

/** Figures of the installation as gauges; what is not known is left out instead of shown as zero. */
export class StateGauges {
  private readonly read: Gauge;
  private readonly plain: Record<string, Gauge>;
  private readonly ofQueue: Record<string, Gauge>;

  constructor(registry: Registry) {
    const gauge = (name: string, help: string, labelNames: string[] = []) =>
      new Gauge({ name: `techgate_${name}`, help, labelNames, registers: [registry] });
    this.read = gauge('state_read', '1 when the figures of the installation could be read, else 0.');
    this.plain = mapped(PLAIN, (name, { help }) => gauge(name, help));
    this.ofQueue = mapped(OF_QUEUE, (name, { help }) => gauge(name, help, ['queue']));
  }

  set(figures: OperatingFigures | null): void {
    for (const gauge of Object.values(this.plain)) gauge.remove();
    for (const gauge of Object.values(this.ofQueue)) gauge.reset();
    this.read.set(figures === null ? 0 : 1);
    if (figures === null) return;
    for (const [name, { of }] of Object.entries(PLAIN)) setKnown(this.plain[name], {}, of(figures));
    for (const queue of figures.queues)
      for (const [name, { of }] of Object.entries(OF_QUEUE))
        setKnown(this.ofQueue[name], { queue: queue.queue }, of(queue));
  }
}

function setKnown(gauge: Gauge | undefined, labels: Record<string, string>, value: number | null): void {
  if (value !== null) gauge?.set(labels, value);
}

const mapped = <In, Out>(
  table: Record<string, In>,
  make: (name: string, entry: In) => Out,
): Record<string, Out> =>
  Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, make(name, entry)]));
