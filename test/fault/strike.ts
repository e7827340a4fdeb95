import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DEMO_AUTHORITY } from '#identity';
import { type Installation } from './installation.js';
import { type Network } from './network.js';

/** For so long nobody is idle here. */
const PATIENCE_MS = 20_000;

/** Looks every few milliseconds until it holds, or until nobody can be at work any more. */
export async function moment(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(3)) if (await holds()) return;
}

/** Strikes while somebody waits for a write to be answered; how many of these got no answer or were told to come again. */
export async function strikeWrites(network: Network, strike: () => unknown): Promise<number> {
  await moment(() => network.writes.size > 0);
  const caught = [...network.writes];
  await strike();
  const replies = await Promise.all(caught);
  return replies.filter((reply) => reply === null || reply.statusCode === 503).length;
}

/** The lock under which the worker brings rows of a list into the register. */
const BRINGING_IN = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
  AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 950)`;

/** Strikes while the worker is in the middle of a transaction; 1 when it was. */
export async function strikeWork({ direct }: Installation, strike: () => boolean): Promise<number> {
  const { host, port, user, password, database } = direct.superuser;
  const witness = new pg.Client({ host, port, user, password, database });
  await witness.connect();
  let isStruck = false;
  try {
    await moment(async () => {
      isStruck = ((await witness.query(BRINGING_IN, [DEMO_AUTHORITY.id])).rowCount ?? 0) > 0 && strike();
      return isStruck;
    });
  } finally {
    await witness.end();
  }
  return isStruck ? 1 : 0;
}
