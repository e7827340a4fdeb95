import { APP_ROLE, type DatabaseConfig } from '#database';
import pg from 'pg';
import { PgBoss } from 'pg-boss';

export const SCHEMA = 'pgboss';

/** A job that comes back by the clock of Viet Nam. */
export interface RecurringJob {
  queue: string;
  cron: string;
}
export const CLOCK_TICK: RecurringJob = { queue: 'clock-tick', cron: '* * * * *' };
export const AUDIT_CHECKPOINT: RecurringJob = { queue: 'audit-checkpoint', cron: '50 23 * * *' };
export const DOCUMENT_SWEEP: RecurringJob = { queue: 'document-sweep', cron: '20 2 * * *' };
/** Dossiers that came since are compared with the register of projects. */
export const MATCH_PROPOSALS: RecurringJob = { queue: 'match-proposals', cron: '15 * * * *' };
export const QUEUES = [CLOCK_TICK, AUDIT_CHECKPOINT, DOCUMENT_SWEEP, MATCH_PROPOSALS];
/** A turn whose worker was killed gives way to the next one after so long without a sign of life, not after its term. */
const HEARTBEAT_SECONDS = 15;

export const connectionOf = ({ host, port, user, password, database }: DatabaseConfig) => ({
  host,
  port,
  user,
  password,
  database,
});

/** Creates or upgrades the tables and queues of the jobs as the owner role, and lets the application use them. */
export async function prepareJobs(owner: DatabaseConfig): Promise<void> {
  const boss = new PgBoss({
    ...connectionOf(owner),
    schema: SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const { queue } of QUEUES) {
      await boss.createQueue(queue, {
        policy: 'singleton',
        retryLimit: 0,
        heartbeatSeconds: HEARTBEAT_SECONDS,
      });
      await boss.updateQueue(queue, { heartbeatSeconds: HEARTBEAT_SECONDS });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await grantUse(owner);
}

async function grantUse(owner: DatabaseConfig): Promise<void> {
  const client = new pg.Client(connectionOf(owner));
  await client.connect();
  try {
    await client.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${APP_ROLE}`);
    await client.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${APP_ROLE}`,
    );
    await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO ${APP_ROLE}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}
