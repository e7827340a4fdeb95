import { type Tx } from '#database';

/**
 * The next number of a scope in a year, from 1. It belongs to the transaction: others wait for its end, and a rollback
 * gives it back, so numbers have no gaps and a rehearsal consumes none.
 */
export async function nextNumber(tx: Tx, scope: string, year: number): Promise<number> {
  const row = await tx.one<{ number: number }>(
    `INSERT INTO number_counter AS c (scope, year, next) VALUES ($1, $2, 2)
     ON CONFLICT (scope, year) DO UPDATE SET next = c.next + 1 RETURNING next - 1 AS number`,
    [scope, year],
  );
  if (!row) throw new Error('a counter always answers');
  return row.number;
}
