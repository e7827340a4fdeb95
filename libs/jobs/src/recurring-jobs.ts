import { type DatabaseConfig, timeLimits } from '#database';
import { CIVIL_ZONE } from '#kernel';
import { observed } from '#observability';
import { PgBoss } from 'pg-boss';
import { connectionOf, type RecurringJob, SCHEMA } from './queues.js';

/** What happens at each turn of a job; a failing turn is reported and the next one comes all the same. */
export type JobHandler = () => Promise<unknown>;
export interface JobReport {
  failed: (queue: string, error: unknown) => void;
}

/** How often turns without a sign of life are looked for. */
const LOOK_AFTER_SECONDS = 15;

/** Runs recurring jobs on the database, each turn once however many workers there are. */
export class RecurringJobs {
  private readonly boss: PgBoss;

  constructor(
    config: DatabaseConfig,
    private readonly report: JobReport,
  ) {
    this.boss = new PgBoss({
      ...connectionOf(config),
      ...timeLimits(config),
      schema: SCHEMA,
      migrate: false,
      max: 3,
      superviseIntervalSeconds: LOOK_AFTER_SECONDS,
      monitorIntervalSeconds: LOOK_AFTER_SECONDS,
      application_name: 'techgate-jobs',
    });
    this.boss.on('error', (error) => report.failed('jobs', error));
  }

  /** Starts the given jobs. */
  async start(jobs: readonly { job: RecurringJob; handler: JobHandler }[]): Promise<void> {
    await this.boss.start();
    for (const { job, handler } of jobs) {
      await this.boss.schedule(job.queue, job.cron, null, { tz: CIVIL_ZONE });
      await this.boss.work(job.queue, { pollingIntervalSeconds: 2 }, () => this.turn(job, handler));
    }
  }

  /** Lets running turns end, then lets go of the database. */
  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 8000 });
  }

  private async turn({ queue }: RecurringJob, handler: JobHandler): Promise<void> {
    try {
      await observed({ kind: 'job', name: queue }, handler);
    } catch (error) {
      this.report.failed(queue, error);
      throw error;
    }
  }
}
