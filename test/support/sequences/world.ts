import pg from 'pg';
import { AccessTokens, DEMO_AUTHORITY, DEMO_PEOPLE, demoOrganisation } from '#identity';
import { type Actor, civilDateOf } from '#kernel';
import { startTestApi, type TestApi } from '../api.js';
import { ApiClient } from '../api-client.js';
import { emailOf, personId } from '../dossier-driver.js';
import { readWithOnePlan } from './records.js';

/** Where each sequence begins: a Wednesday morning in Viet Nam. */
export const DAWN = new Date('2026-07-15T02:00:00.000Z');

/** One started API on one database, shared by all sequences of a suite, and everybody's way in. */
export interface World {
  api: TestApi;
  sql: pg.Client;
  /** A client of a person by the short name, signed in at the clock's instant. */
  as: (name: string) => Promise<ApiClient>;
  today: () => string;
  close: () => Promise<void>;
}

/** People whom the demonstration lacks: a head with a tie, an expert and a secretary whom nobody asks. */
const ADDED = [
  ['truongphong3', 'head', 'department'],
  ['chuyengia8', 'expert', 'university'],
  ['thuky2', 'council_secretary', 'department'],
] as const;
const addedId = (index: number): string => `00000003-0000-4000-8000-00000000009${index}`;

async function addPeople(sql: pg.Client): Promise<void> {
  for (const [index, [name, role, organisation]] of ADDED.entries()) {
    await sql.query(
      `INSERT INTO app_user (id, authority_id, email, display_name, password_hash, organisation_id, created_at, updated_at)
       VALUES ($1, $2, $3, $3, '-', $4, $5, $5)`,
      [addedId(index), DEMO_AUTHORITY.id, emailOf(name), demoOrganisation(organisation).id, DAWN],
    );
    await sql.query(`INSERT INTO user_role (user_id, role, granted_at) VALUES ($1, $2, $3)`, [
      addedId(index),
      role,
      DAWN,
    ]);
  }
}

/** One tie that lasts, one that ended within two years, one that ended before; only the last is none. */
async function tie(sql: pg.Client): Promise<void> {
  const rows: [string, string | null][] = [
    ['chuyenvien3', null],
    ['motcua2', '2025-01-31'],
    ['truongphong3', null],
    ['chuyenvien2', '2024-07-01'],
  ];
  for (const [name, validTo] of rows)
    await sql.query(
      `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, valid_to, recorded_at)
       SELECT id, $2, '2020-01-01', $3, $4 FROM app_user WHERE email = $1`,
      [emailOf(name), demoOrganisation('ceramics').id, validTo, DAWN],
    );
}

/** Signed in on a day so late that no sequence outlives it. */
const LASTING = '2040-01-01';

/** Signs everybody in anew without a password: checking one takes longer than a sequence. */
export async function signIns(api: TestApi, sql: pg.Client): Promise<World['as']> {
  const tokens = api.app.get(AccessTokens);
  const { rows } = await sql.query<{ email: string; id: string; family: string }>(
    `WITH people AS (SELECT id, email FROM app_user),
          families AS (INSERT INTO refresh_family (user_id, created_at) SELECT id, $1 FROM people RETURNING id, user_id)
     SELECT p.email, p.id, f.id AS family FROM people p JOIN families f ON f.user_id = p.id`,
    [LASTING],
  );
  const people = new Map(rows.map((row) => [row.email, row]));
  const open = new Map<string, ApiClient>();
  return async (name) => {
    const at = `${name} ${api.clock.now().getTime()}`;
    const known = open.get(at);
    if (known) return known;
    const person = people.get(emailOf(name));
    if (!person) throw new Error(`nobody is called ${name}`);
    const { accessToken } = await tokens.sign({ id: person.id } as Actor, person.family);
    const client = new ApiClient(api.app, { authorization: `Bearer ${accessToken}` });
    open.set(at, client);
    return client;
  };
}

export async function startWorld(label: string): Promise<World> {
  const api = await startTestApi({ label, now: DAWN });
  const { host, port, user, password, database } = api.db.superuser;
  const sql = new pg.Client({ host, port, user, password, database });
  await sql.connect();
  await readWithOnePlan(sql);
  await addPeople(sql);
  await tie(sql);
  return {
    api,
    sql,
    as: await signIns(api, sql),
    today: () => civilDateOf(api.clock.now()),
    close: async () => {
      await sql.end();
      await api.close();
    },
  };
}

const NAMES = new Map<string, string>([
  ...DEMO_PEOPLE.map(({ id, email }) => [id, email.split('@')[0] ?? email] as const),
  ...ADDED.map(([name], index) => [addedId(index), name] as const),
]);
/** The short name of a person by the id. */
export const nameOf = (id: string): string => NAMES.get(id) ?? id;
export const idOf = (name: string): string => {
  const added = ADDED.findIndex(([known]) => known === name);
  return added < 0 ? personId(name) : addedId(added);
};
