import { type Tx } from '#database';
import { digestOf, Refusal } from '#kernel';

/** A delivered request: its key and everything that makes it the same request. */
export interface Delivery {
  key: string;
  fingerprint: string;
}

/** Digest of what was asked; the same key with another one is refused. */
export const fingerprintOf = (action: string, subjectId: string, body: unknown): string =>
  digestOf({ action, subjectId, body: body ?? null });

/**
 * The answer that this delivery got before, or null when it is new. To be asked under the lock of what it changes,
 * after the actor was authorised. @throws Refusal `idempotency_key_reused` when the key stood for something else.
 */
export async function earlierAnswer(tx: Tx, delivery: Delivery): Promise<unknown> {
  const row = await tx.one<{ fingerprint: string; answer: unknown }>(
    'SELECT fingerprint, answer FROM command_receipt WHERE actor_id = $1 AND idempotency_key = $2',
    [tx.actor.id, delivery.key],
  );
  if (!row) return null;
  if (row.fingerprint !== delivery.fingerprint)
    throw new Refusal('idempotency_key_reused', { key: delivery.key });
  return row.answer;
}

/** Whether this key of the actor was answered before, for whatever it stood: what comes with it may come again. */
export async function isKnownKey(tx: Tx, key: string | null): Promise<boolean> {
  if (key === null) return false;
  const sql = 'SELECT 1 FROM command_receipt WHERE actor_id = $1 AND idempotency_key = $2';
  return (await tx.one(sql, [tx.actor.id, key])) !== null;
}

/** Keeps the answer of a delivery together with what it changed. */
export async function keepAnswer(tx: Tx, delivery: Delivery, answer: unknown): Promise<void> {
  await tx.query(
    'INSERT INTO command_receipt (actor_id, idempotency_key, fingerprint, answer, at) VALUES ($1, $2, $3, $4, $5)',
    [tx.actor.id, delivery.key, delivery.fingerprint, JSON.stringify(answer), tx.at],
  );
}

/** Serialises deliveries of one key: there may be no row to lock yet, or the same key may be meant for two dossiers. */
export async function lockDelivery(tx: Tx, delivery: Delivery): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [`${tx.actor.id}:${delivery.key}`]);
}

/** Does `work` once for each delivery; one that comes again is answered as before. Without a key it is always done. */
export async function answeredOnce<Answer>(
  tx: Tx,
  delivery: Delivery | null,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (delivery === null) return work();
  const [, earlier] = await Promise.all([lockDelivery(tx, delivery), earlierAnswer(tx, delivery)]);
  if (earlier !== null) return earlier as Answer;
  const answer = await work();
  await keepAnswer(tx, delivery, answer);
  return answer;
}
