import { type SignedCheckpoint } from './domain/checkpoint.js';
import { utcText } from './entry-row.js';

/** A row of checkpoint as `CHECKPOINT_COLUMNS` reads it. */
export interface CheckpointRow {
  number: number;
  size: number;
  total_size: number;
  root: string;
  first_at: string | null;
  last_at: string | null;
  at: string;
  previous_checkpoint_hash: string;
  key_id: string;
  signature: string;
}

/** Select list for a checkpoint under the alias `c`; the total as a double, which counts exactly far enough. */
export const CHECKPOINT_COLUMNS = `c.number, c.size, c.total_size::float8 AS total_size, c.root, ${utcText('c.first_at')} AS first_at,
  ${utcText('c.last_at')} AS last_at, ${utcText('c.at')} AS at, c.previous_checkpoint_hash, c.key_id, c.signature`;

/** The signed checkpoint that a row stores. */
export const checkpointOf = (row: CheckpointRow): SignedCheckpoint => ({
  number: row.number,
  size: row.size,
  totalSize: row.total_size,
  root: row.root,
  firstAt: row.first_at,
  lastAt: row.last_at,
  at: row.at,
  previousCheckpointHash: row.previous_checkpoint_hash,
  keyId: row.key_id,
  signature: row.signature,
});
