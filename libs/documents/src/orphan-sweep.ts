import { type UnitOfWork } from '#database';
import { type Actor } from '#kernel';
import { type DocumentStore } from './document-store.port.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/**
 * Removes bytes for which no row stands: uploads that broke off between storing and registering, and what killed
 * processes left behind. Only what is older than a day, so that no upload under way loses its bytes.
 */
export async function sweepOrphans(
  store: DocumentStore,
  unitOfWork: UnitOfWork,
  actor: Actor,
  now: Date,
): Promise<{ removed: number; abandoned: number }> {
  const before = new Date(now.getTime() - DAY_MS);
  let removed = 0;
  for await (const keys of batches(store.keys())) {
    for (const key of await unreferenced(unitOfWork, actor, keys))
      removed += (await store.removeOlderThan(key, before)) ? 1 : 0;
  }
  return { removed, abandoned: await store.clearAbandoned(before) };
}

async function unreferenced(unitOfWork: UnitOfWork, actor: Actor, keys: string[]): Promise<string[]> {
  const rows = await unitOfWork.read(actor, (tx) =>
    tx.query<{ key: string }>(
      'SELECT storage_key AS key FROM stored_file_reference WHERE storage_key = ANY ($1)',
      [keys],
    ),
  );
  const referenced = new Set(rows.map((row) => row.key));
  return keys.filter((key) => !referenced.has(key));
}

async function* batches(keys: AsyncIterable<string>): AsyncIterable<string[]> {
  let batch: string[] = [];
  for await (const key of keys) {
    batch.push(key);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
