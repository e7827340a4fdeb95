import { CHECKPOINT_COLUMNS, checkpointOf, type CheckpointRow } from './checkpoint-row.js';
import { accessBatchDigest, type AccessAction, type AccessRecord } from './domain/access-record.js';
import { checkpointFaults, type KeyRing, type SignedCheckpoint } from './domain/checkpoint.js';
import { type Fault, otherFault } from './domain/fault.types.js';
import { knownCheckpointFaults } from './domain/known-checkpoints.js';
import { GrowingRoot } from './domain/merkle-tree.js';
import { utcText } from './entry-row.js';
import { type SnapshotReader } from './snapshot-reader.js';
import { type VerificationTally } from './verification-tally.js';

interface AccessRow {
  batch_id: string;
  digest: string;
  leaf_hash: string | null;
  size: number;
  at: string | null;
  actor_id: string;
  actor_role: string;
  action: AccessAction;
  subject_kind: string;
  subject_id: string;
  dossier_id: string | null;
}

const LEAVES = 'SELECT checkpoint_number, hash FROM checkpoint_leaf ORDER BY checkpoint_number, position';
const ACCESS = `
SELECT coalesce(b.id, k.access_batch_id) AS batch_id, b.digest, k.hash AS leaf_hash, b.size, ${utcText('a.at')} AS at, a.actor_id, a.actor_role, a.action,
       a.subject_kind, a.subject_id, a.dossier_id
  FROM access_batch b
  FULL JOIN (SELECT access_batch_id, hash FROM checkpoint_leaf WHERE access_batch_id IS NOT NULL) k ON k.access_batch_id = b.id
  LEFT JOIN access_log a ON a.batch_id = b.id
 ORDER BY 1, a.position`;

interface Judges {
  keys: KeyRing;
  /** Checkpoints that are known outside of the database. */
  known: readonly SignedCheckpoint[];
}

/**
 * Checks signatures, links and roots of every checkpoint against its leaves, and that each known one still stands; tells how
 * many trees were built again.
 */
export async function verifyCheckpoints(
  reader: SnapshotReader,
  tally: VerificationTally,
  { keys, known }: Judges,
  built: (checkpoints: number) => void,
): Promise<void> {
  const rows = await reader.all<CheckpointRow>(
    `SELECT ${CHECKPOINT_COLUMNS} FROM checkpoint c ORDER BY c.number`,
  );
  const run = rows.map(checkpointOf);
  tally.checkpoints = run.length;
  tally.newest = run.at(-1) ?? null;
  const [first] = run;
  if (first && first.number !== 1) tally.add([otherFault('checkpoint_gap', 1)]);
  tally.add(checkpointFaults(run, keys));
  tally.add(knownCheckpointFaults(run, known));
  tally.add(await treeFaults(reader, run, built));
}

async function treeFaults(
  reader: SnapshotReader,
  run: readonly SignedCheckpoint[],
  built: (checkpoints: number) => void,
): Promise<Fault[]> {
  const waiting = new Map(run.map((checkpoint) => [checkpoint.number, checkpoint]));
  const faults: Fault[] = [];
  let [number, tree] = [0, new GrowingRoot()];
  const close = () => {
    const checkpoint = waiting.get(number);
    if (tree.size > 0)
      faults.push(...(checkpoint ? treeFault(checkpoint, tree) : [otherFault('checkpoint_gap', number)]));
    waiting.delete(number);
    built(run.length - waiting.size);
  };
  for await (const piece of reader.pieces(LEAVES))
    for (const leaf of leavesOf(piece)) {
      if (leaf.checkpoint !== number) {
        close();
        [number, tree] = [leaf.checkpoint, new GrowingRoot()];
      }
      tree.add(leaf.data);
    }
  close();
  const empty = new GrowingRoot();
  return [...faults, ...[...waiting.values()].flatMap((checkpoint) => treeFault(checkpoint, empty))];
}

function* leavesOf(piece: Buffer): Generator<{ checkpoint: number; data: Buffer }> {
  for (const line of piece.toString('latin1').trimEnd().split('\n')) {
    const [checkpoint, hash = ''] = line.split('\t');
    yield { checkpoint: Number(checkpoint), data: Buffer.from(hash, 'hex') };
  }
}

function treeFault(checkpoint: SignedCheckpoint, { size, root }: GrowingRoot): Fault[] {
  if (size !== checkpoint.size) return [otherFault('checkpoint_size_mismatch', checkpoint.number)];
  return root === checkpoint.root ? [] : [otherFault('checkpoint_root_mismatch', checkpoint.number)];
}

/** Checks the log of reads against the digests of its batches, and those against the checkpoints; tells how many batches. */
export async function verifyAccessLog(
  reader: SnapshotReader,
  tally: VerificationTally,
  checked: (batches: number) => void,
): Promise<void> {
  let batch: AccessRow[] = [];
  const close = () => {
    tally.add(batchFault(batch));
    if (batch.length === 0) return;
    tally.batches += 1;
    if (batch[0]?.leaf_hash === null) tally.uncoveredBatches += 1;
  };
  for await (const rows of reader.each<AccessRow>(ACCESS)) {
    for (const row of rows) {
      if (batch[0] && batch[0].batch_id !== row.batch_id) {
        close();
        batch = [];
      }
      batch.push(row);
    }
    checked(tally.batches);
  }
  close();
}

function batchFault(batch: readonly AccessRow[]): Fault[] {
  const [first] = batch;
  if (!first) return [];
  const records = batch.flatMap((row) => (row.at === null ? [] : [recordOf(row, row.at)]));
  const isWhole =
    records.length === first.size && accessBatchDigest(first.batch_id, records) === first.digest;
  const isCovered = first.leaf_hash === null || first.leaf_hash === first.digest;
  return isWhole && isCovered ? [] : [otherFault('access_batch_changed', null, first.batch_id)];
}

const recordOf = (row: AccessRow, at: string): AccessRecord => ({
  at,
  actorId: row.actor_id,
  actorRole: row.actor_role,
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject_id },
  dossierId: row.dossier_id,
});
