import { type Client } from 'pg';

/** Runs statements from the last to the first; each client takes the next as soon as it is done with its last. */
export async function eachByOne(clients: readonly Client[], statements: readonly string[]): Promise<void> {
  const left = [...statements];
  const work = async (client: Client): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await client.query(next);
  };
  await Promise.all(clients.map(work));
}
