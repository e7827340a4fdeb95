import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type DatabaseConfig } from '#database';
import { middle } from '../quantile.js';
import { round, type WireRequest } from '../load.js';
import { type Queries } from './prepared.js';

/** Answers a second of the simplest server that there is. */
export interface Bare {
  /** One row by its key. */
  reads: number;
  /** Twenty rows of one place of a hundred, with their count. */
  pages: number;
  /** One update with a row of its history. */
  updates: number;
}

const ROWS = 100_000;
const TABLES = `DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare;
  CREATE TABLE bare.item (id uuid PRIMARY KEY, name text NOT NULL, body jsonb NOT NULL, revision integer NOT NULL, commune integer NOT NULL);
  CREATE INDEX ON bare.item (commune, id);
  CREATE TABLE bare.history (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item_id uuid NOT NULL, body jsonb NOT NULL, at timestamptz NOT NULL);
  INSERT INTO bare.item SELECT gen_random_uuid(), 'Dự án ' || n, jsonb_build_object('number', n, 'place', 'Thanh Hóa'), 1, n % 100 FROM generate_series(1, ${ROWS}) n;
  ANALYZE bare.item`;

export async function bareRow(client: Queries, id: string): Promise<unknown> {
  const { rows } = await client.query('SELECT * FROM bare.item WHERE id = $1', [id]);
  return rows[0] ?? null;
}

export async function barePage(client: Queries, commune: number): Promise<unknown> {
  const { rows } = await client.query('SELECT * FROM bare.item WHERE commune = $1 ORDER BY id LIMIT 20', [
    commune,
  ]);
  const counted = await client.query('SELECT count(*) FROM bare.item WHERE commune = $1', [commune]);
  return { rows, ...counted.rows[0] };
}

export async function bareUpdate(client: Queries, id: string): Promise<unknown> {
  await client.query('BEGIN');
  const { rows } = await client.query(
    'UPDATE bare.item SET name = $2, revision = revision + 1 WHERE id = $1 RETURNING *',
    [id, `Dự án ${randomUUID()}`],
  );
  await client.query('INSERT INTO bare.history (item_id, body, at) VALUES ($1, $2, now())', [id, rows[0]]);
  await client.query('COMMIT');
  return rows[0] ?? null;
}

/**
 * What the floor answers when next to nothing is asked of it, so that rates of another machine can be compared with this one's.
 * Its tables are there only meanwhile.
 * @param app the role as which the floor asks
 */
export async function bareRates(
  url: string,
  { owner, app }: { owner: DatabaseConfig; app: DatabaseConfig },
  { connections, seconds, rounds }: { connections: number; seconds: number; rounds: number },
): Promise<Bare> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(TABLES);
    await client.query(
      `GRANT USAGE ON SCHEMA bare TO ${app.user}; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA bare TO ${app.user}`,
    );
    const { rows } = await client.query<{ id: string }>('SELECT id FROM bare.item LIMIT 5000');
    const rateOf = async (path: string): Promise<number> => {
      let at = 0;
      const next = (): WireRequest => ({
        method: 'GET',
        path: `${path}?id=${rows[at % rows.length]?.id ?? ''}&commune=${(at += 1) % 100}`,
      });
      const seen: number[] = [];
      for (let played = 0; played < rounds; played += 1) {
        const { answers, failures, seconds: took } = await round(url, next, connections, seconds);
        if (failures.size > 0) throw new Error(`${path} had answers without success`);
        seen.push(answers / took);
      }
      return middle(seen);
    };
    return { reads: await rateOf('/row'), pages: await rateOf('/rows'), updates: await rateOf('/update') };
  } finally {
    await client.query('DROP SCHEMA IF EXISTS bare CASCADE');
    await client.end();
  }
}
