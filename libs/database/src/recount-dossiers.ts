import pg from 'pg';
import { type DatabaseConfig } from './database-config.js';

/** Counts all dossiers anew into the tally behind the counts of lists, as the owner role; acts wait meanwhile. */
export async function recountDossiers({
  host,
  port,
  user,
  password,
  database,
}: DatabaseConfig): Promise<void> {
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    await client.query('SELECT recount_dossiers()');
  } finally {
    await client.end();
  }
}
