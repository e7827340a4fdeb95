import { randomUUID } from 'node:crypto';
import { type Client } from 'pg';
import { enterpriseName, personName } from './names.js';

/** An enterprise of the bench with the person who signs in for it. */
export interface Enterprise {
  id: string;
  name: string;
  personId: string;
}
export interface BenchPeople {
  enterprises: Enterprise[];
  appraisers: string[];
}
const APPRAISERS = 40;
const DOSSIERS_OF_ONE = 20;

/** Enterprises with an account each, one for every twenty dossiers, and appraisers; all sign in like the demonstration's. */
export async function addPeople(
  client: Client,
  dossiers: number,
  random: () => number,
): Promise<BenchPeople> {
  const { rows } = await client.query<{ had: number }>(
    `SELECT count(*)::int AS had FROM organisation WHERE kind = 'investor'`,
  );
  const first = rows[0]?.had ?? 0;
  const enterprises = Array.from(
    { length: Math.max(1, Math.ceil(dossiers / DOSSIERS_OF_ONE)) },
    (_, index) => ({
      id: randomUUID(),
      name: enterpriseName(random, first + index),
      personId: randomUUID(),
    }),
  );
  await client.query(
    `INSERT INTO organisation (id, authority_id, name, tax_code, kind, created_at, updated_at)
     SELECT e.id, a.id, e.name, lpad((7000000000 + $3 + e.place)::text, 10, '0'), 'investor', now(), now()
       FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS e (id, name, place), (SELECT id FROM authority LIMIT 1) a`,
    [enterprises.map(({ id }) => id), enterprises.map(({ name }) => name), first],
  );
  await addAccounts(
    client,
    'investor',
    enterprises.map((one) => ({ id: one.personId, name: personName(random), organisation: one.id })),
  );
  return { enterprises, appraisers: await appraisersOf(client, random) };
}

async function appraisersOf(client: Client, random: () => number): Promise<string[]> {
  const known = await client.query<{ id: string }>(
    `SELECT id FROM app_user WHERE email LIKE 'bench-appraiser-%' ORDER BY email`,
  );
  if (known.rows.length > 0) return known.rows.map(({ id }) => id);
  const department = await client.query<{ id: string }>(
    `SELECT id FROM organisation WHERE kind = 'department' LIMIT 1`,
  );
  const people = Array.from({ length: APPRAISERS }, () => ({
    id: randomUUID(),
    name: personName(random),
    organisation: department.rows[0]?.id ?? '',
  }));
  await addAccounts(client, 'appraiser', people);
  return people.map(({ id }) => id);
}

interface Account {
  id: string;
  name: string;
  organisation: string;
}
async function addAccounts(client: Client, role: string, people: readonly Account[]): Promise<void> {
  const values = [
    people.map(({ id }) => id),
    people.map(({ name }) => name),
    people.map(({ organisation }) => organisation),
  ];
  await client.query(
    `INSERT INTO app_user (id, authority_id, email, display_name, password_hash, organisation_id, demo, created_at, updated_at)
     SELECT p.id, m.authority_id, 'bench-${role}-' || p.id || '@demo.techgate.vn', p.name, m.password_hash, p.organisation, true, now(), now()
       FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS p (id, name, organisation),
            (SELECT authority_id, password_hash FROM app_user WHERE email = 'gom@demo.techgate.vn') m`,
    values,
  );
  await client.query(
    `INSERT INTO user_role (user_id, role, granted_at) SELECT id, '${role}', now() FROM unnest($1::uuid[]) AS p (id)`,
    [people.map(({ id }) => id)],
  );
}
