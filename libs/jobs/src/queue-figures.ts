import { type Tx } from '#database';
import { type QueueFigures } from '#observability';
import { QUEUES, SCHEMA } from './queues.js';

/** What is known of the jobs: nothing before their tables were made. */
export interface JobFigures {
  queues: QueueFigures[];
  /** Since any worker last looked at the schedule; null when none ever did. */
  workerSilentSeconds: number | null;
}
const NONE: JobFigures = { queues: [], workerSilentSeconds: null };
const age = (instant: string) => `extract(epoch FROM now() - ${instant})::float8`;

/** By the indexes of waiting and of completed jobs, so that it stays cheap however many are kept. */
const QUEUE_FIGURES = `
SELECT q.queue, w.waiting, w.oldest AS "oldestWaitingSeconds", f.failed AS "failedLastDay",
       (SELECT ${age('j.completed_on')} FROM ${SCHEMA}.job j
         WHERE j.name = q.queue AND j.state = 'completed' AND j.completed_on IS NOT NULL
         ORDER BY j.completed_on DESC LIMIT 1) AS "sinceCompletedSeconds"
  FROM unnest($1::text[]) AS q (queue)
  CROSS JOIN LATERAL (SELECT count(*)::int AS waiting, max(${age('start_after')}) AS oldest FROM (
    SELECT start_after FROM ${SCHEMA}.job j
     WHERE j.name = q.queue AND j.state < 'active' AND start_after <= now() LIMIT 10000) due) w
  CROSS JOIN LATERAL (SELECT count(*)::int AS failed FROM ${SCHEMA}.job j
     WHERE j.name = q.queue AND j.state = 'failed' AND j.completed_on > now() - interval '1 day') f
 ORDER BY q.queue`;

/** How the queues of recurring jobs stand, and when a worker was last alive; the database's own clock counts. */
export async function queueFigures(tx: Tx): Promise<JobFigures> {
  const made = await tx.one<{ yes: boolean }>(`SELECT to_regclass('${SCHEMA}.job') IS NOT NULL AS yes`);
  if (made?.yes !== true) return NONE;
  const queues = await tx.query<QueueFigures>(QUEUE_FIGURES, [QUEUES.map(({ queue }) => queue)]);
  const seen = await tx.one<{ seconds: number | null }>(
    `SELECT ${age('max(cron_on)')} AS seconds FROM ${SCHEMA}.version`,
  );
  return { queues, workerSilentSeconds: seen?.seconds ?? null };
}
