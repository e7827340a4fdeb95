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

/** What a key of the actor stood for before. */
export interface Receipt {
  fingerprint: string;
  answer: unknown;
}

/** The receipt under a key of the actor, for whatever it stood; null when the key is new. */
export const receiptUnder = (tx: Tx, key: string): Promise<Receipt | null> =>
  tx.one<Receipt>(
    'SELECT fingerprint, answer FROM command_receipt WHERE actor_id = $1 AND idempotency_key = $2',
    [tx.actor.id, key],
  );

/**
 * The receipt of a delivery, to be asked under the lock of what it changes: deliveries of one key come one after the other,
 * since there may be no row to lock yet, or the same key may be meant for two dossiers.
 */
export async function lockedReceipt(tx: Tx, { key }: Delivery): Promise<Receipt | null> {
  const lock = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7))';
  const [, receipt] = await Promise.all([tx.query(lock, [`${tx.actor.id}:${key}`]), receiptUnder(tx, key)]);
  return receipt;
}

/** The answer that a delivery got before, or null. @throws Refusal `idempotency_key_reused` when its key stood for something else */
export function answerAgain(delivery: Delivery, receipt: Receipt | null): unknown {
  if (receipt === null) return null;
  if (receipt.fingerprint !== delivery.fingerprint)
    throw new Refusal('idempotency_key_reused', { key: delivery.key });
  return receipt.answer;
}

/** Keeps the answer of a delivery together with what it changed. */
export function keepAnswer(tx: Tx, delivery: Delivery, answer: unknown): void {
  tx.last(
    'INSERT INTO command_receipt (actor_id, idempotency_key, fingerprint, answer, at) VALUES ($1, $2, $3, $4, $5)',
    [tx.actor.id, delivery.key, delivery.fingerprint, JSON.stringify(answer), tx.at],
  );
}

/** Does `work` once for each delivery; one that comes again is answered as before. Without a key it is always done. */
export async function answeredOnce<Answer>(
  tx: Tx,
  delivery: Delivery | null,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (delivery === null) return work();
  const earlier = answerAgain(delivery, await lockedReceipt(tx, delivery));
  if (earlier !== null) return earlier as Answer;
  const answer = await work();
  keepAnswer(tx, delivery, answer);
  return answer;
}

/** Our own convention: nobody delivers a request again after so long, and answers hold names that are not to be kept for ever. */
const RECEIPT_DAYS = 90;

/** Removes receipts of more than 90 days; a key that comes after that is a new one. Returns how many. */
export const expireReceipts = (tx: Tx): Promise<number> =>
  tx.affect(`DELETE FROM command_receipt WHERE at < $1::timestamptz - interval '${RECEIPT_DAYS} days'`, [
    tx.at,
  ]);
