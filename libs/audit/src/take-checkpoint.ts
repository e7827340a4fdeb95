import { type Tx } from '#database';
import { type CheckpointSigner } from './checkpoint-signer.js';
import { GENESIS_HASH } from './domain/audit-entry.js';
import {
  bodyOf,
  type CheckpointBody,
  checkpointHash,
  type SignedCheckpoint,
  signedBytes,
} from './domain/checkpoint.js';
import { MerkleTree } from './domain/merkle-tree.js';
import { CHECKPOINT_COLUMNS, checkpointOf, type CheckpointRow } from './checkpoint-row.js';
import { utcText } from './entry-row.js';

/** By identity, not by a range of ids or times: entries commit in another order than they begin. */
const COVER = `
INSERT INTO checkpoint_leaf (checkpoint_number, position, entry_id, chain_id, seq, access_batch_id, hash)
SELECT $1, row_number() OVER (ORDER BY at, chain_id, seq, access_batch_id) - 1, entry_id, chain_id, seq, access_batch_id, hash
  FROM (SELECT e.at, e.id AS entry_id, e.chain_id, e.seq, NULL::uuid AS access_batch_id, e.hash
          FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM checkpoint_leaf l WHERE l.entry_id = e.id)
        UNION ALL
        SELECT b.at, NULL, NULL, NULL, b.id, b.digest
          FROM access_batch b WHERE NOT EXISTS (SELECT 1 FROM checkpoint_leaf l WHERE l.access_batch_id = b.id)) uncovered`;

const LEAVES = `
SELECT l.hash, ${utcText('coalesce(e.at, b.at)')} AS at FROM checkpoint_leaf l
  LEFT JOIN audit_entry e ON e.id = l.entry_id LEFT JOIN access_batch b ON b.id = l.access_batch_id
 WHERE l.checkpoint_number = $1 ORDER BY l.position`;

/**
 * Covers everything committed (and what `tx` itself wrote) that no checkpoint covers yet, and signs the tree.
 * What is still uncommitted elsewhere is the next one's. `tx` is one of `UnitOfWork.run`; publish only after its commit.
 * An empty checkpoint is recorded too: it says that nothing happened, and keeps the age of the last one honest.
 */
export async function takeCheckpoint(tx: Tx, signer: CheckpointSigner): Promise<SignedCheckpoint> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('techgate.checkpoint', 0))");
  const previous = await lastCheckpoint(tx);
  const number = (previous?.number ?? 0) + 1;
  await tx.query(COVER, [number]);
  const leaves = await tx.query<{ hash: string; at: string }>(LEAVES, [number]);
  const body: CheckpointBody = {
    number,
    size: leaves.length,
    totalSize: (previous?.totalSize ?? 0) + leaves.length,
    root: new MerkleTree(leaves.map((leaf) => Buffer.from(leaf.hash, 'hex'))).root,
    firstAt: leaves[0]?.at ?? null,
    lastAt: leaves.at(-1)?.at ?? null,
    at: tx.at.toISOString(),
    previousCheckpointHash: previous ? checkpointHash(bodyOf(previous)) : GENESIS_HASH,
    keyId: signer.keyId,
  };
  const signed = { ...body, signature: await signer.sign(signedBytes(body)) };
  await store(tx, signed, signer);
  return signed;
}

/** The newest checkpoint, or null. */
export async function lastCheckpoint(tx: Tx): Promise<SignedCheckpoint | null> {
  const row = await tx.one<CheckpointRow>(
    `SELECT ${CHECKPOINT_COLUMNS} FROM checkpoint c ORDER BY c.number DESC LIMIT 1`,
  );
  return row && checkpointOf(row);
}

/** The checkpoints after a number, ascending. */
export async function checkpointsAfter(tx: Tx, number: number): Promise<SignedCheckpoint[]> {
  const rows = await tx.query<CheckpointRow>(
    `SELECT ${CHECKPOINT_COLUMNS} FROM checkpoint c WHERE c.number > $1 ORDER BY c.number`,
    [number],
  );
  return rows.map(checkpointOf);
}

/** Milliseconds since the newest checkpoint; null when there is none. A health figure: an anchor that stopped must show. */
export async function checkpointAge(tx: Tx, now: Date): Promise<number | null> {
  const last = await lastCheckpoint(tx);
  return last && now.getTime() - Date.parse(last.at);
}

async function store(tx: Tx, c: SignedCheckpoint, signer: CheckpointSigner): Promise<void> {
  await tx.query(
    'INSERT INTO signing_key (key_id, public_key, first_used_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [signer.keyId, signer.publicKeyPem, tx.at],
  );
  await tx.query(
    `INSERT INTO checkpoint (number, size, total_size, root, first_at, last_at, at, previous_checkpoint_hash, key_id, signature)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      c.number,
      c.size,
      c.totalSize,
      c.root,
      c.firstAt,
      c.lastAt,
      c.at,
      c.previousCheckpointHash,
      c.keyId,
      c.signature,
    ],
  );
}
