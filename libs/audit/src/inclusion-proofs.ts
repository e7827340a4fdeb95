import { type Tx } from '#database';
import { CHECKPOINT_COLUMNS, checkpointOf, type CheckpointRow } from './checkpoint-row.js';
import { type SignedCheckpoint } from './domain/checkpoint.js';
import { type ExportedProof } from './domain/evidence.types.js';
import { MerkleTree } from './domain/merkle-tree.js';

/** Where an entry of a chain stands in the tree of a checkpoint. */
export interface LeafRow {
  seq: number;
  checkpoint_number: number;
  position: number;
}

/** The leaves of a chain, in its order; entries that no checkpoint covers yet have none. */
export const leavesOf = (tx: Tx, chainId: string): Promise<LeafRow[]> =>
  tx.query<LeafRow>(
    'SELECT seq, checkpoint_number, position FROM checkpoint_leaf WHERE chain_id = $1 ORDER BY seq',
    [chainId],
  );

/** From the first that covers the chain to the newest: a run without a gap, so that the links can be followed. */
export async function checkpointsFrom(tx: Tx, leaves: readonly LeafRow[]): Promise<SignedCheckpoint[]> {
  if (leaves.length === 0) return [];
  const first = leaves.reduce((lowest, leaf) => Math.min(lowest, leaf.checkpoint_number), Infinity);
  const rows = await tx.query<CheckpointRow>(
    `SELECT ${CHECKPOINT_COLUMNS} FROM checkpoint c WHERE c.number >= $1 ORDER BY c.number`,
    [first],
  );
  return rows.map(checkpointOf);
}

/** A proof for each leaf, in the order of the chain. */
export async function proofsOf(tx: Tx, leaves: readonly LeafRow[]): Promise<ExportedProof[]> {
  const proofs: ExportedProof[] = [];
  const byCheckpoint = Map.groupBy(leaves, (leaf) => leaf.checkpoint_number);
  for (const [checkpoint, covered] of byCheckpoint) {
    const tree = await treeOf(tx, checkpoint);
    for (const { seq, position } of covered)
      proofs.push({ seq, checkpoint, index: position, path: tree.proof(position) });
  }
  return proofs.sort((a, b) => a.seq - b.seq);
}

async function treeOf(tx: Tx, checkpoint: number): Promise<MerkleTree> {
  const rows = await tx.query<{ hash: string }>(
    'SELECT hash FROM checkpoint_leaf WHERE checkpoint_number = $1 ORDER BY position',
    [checkpoint],
  );
  return new MerkleTree(rows.map((row) => Buffer.from(row.hash, 'hex')));
}

/** What proves that the entries of a chain stand under signed checkpoints. */
export interface ChainProof {
  entries: { seq: number; hash: string }[];
  proofs: ExportedProof[];
  /** From the first that covers the chain to the newest. */
  checkpoints: SignedCheckpoint[];
  /** Entries that no checkpoint covers yet. */
  uncovered: number[];
}

/** The proof of a chain as far as checkpoints cover it; takes none, so a read-only `tx` will do. */
export async function chainProof(tx: Tx, chainId: string): Promise<ChainProof> {
  const entries = await tx.query<{ seq: number; hash: string }>(
    'SELECT e.seq, e.hash FROM audit_entry e WHERE e.chain_id = $1 ORDER BY e.seq',
    [chainId],
  );
  const leaves = await leavesOf(tx, chainId);
  const covered = new Set(leaves.map(({ seq }) => seq));
  return {
    entries,
    proofs: await proofsOf(tx, leaves),
    checkpoints: await checkpointsFrom(tx, leaves),
    uncovered: entries.map(({ seq }) => seq).filter((seq) => !covered.has(seq)),
  };
}
