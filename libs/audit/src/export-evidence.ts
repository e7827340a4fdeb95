import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { CHECKPOINT_COLUMNS, checkpointOf, type CheckpointRow } from './checkpoint-row.js';
import { type CheckpointSigner } from './checkpoint-signer.js';
import { signedBytes } from './domain/checkpoint.js';
import {
  documentsOf,
  EVIDENCE_FORMAT,
  type EvidenceFile,
  type ExportedPayload,
  type ExportedProof,
} from './domain/evidence.types.js';
import { MerkleTree } from './domain/merkle-tree.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from './entry-row.js';
import { takeCheckpoint } from './take-checkpoint.js';

interface LeafRow {
  seq: number;
  checkpoint_number: number;
  position: number;
}

/**
 * Everything that proves one chain: entries, payloads that still exist, document hashes, checkpoints, proofs and a
 * signed last link. Takes a checkpoint first when some entry has none, so `tx` is one that may write; the chain is
 * locked until it ends. Append the entry that says who exported before calling, and it is part of the evidence.
 * @param chainId a dossier's id. @throws Refusal `not_found` for a chain without entries.
 */
export async function exportEvidence(
  tx: Tx,
  chainId: string,
  signer: CheckpointSigner,
): Promise<EvidenceFile> {
  await tx.query('SELECT head_seq FROM audit_lock_chain($1)', [chainId]);
  const rows = await tx.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM audit_entry e WHERE e.chain_id = $1 ORDER BY e.seq`,
    [chainId],
  );
  const entries = rows.map(entryOf);
  const last = entries.at(-1);
  if (!last) throw new Refusal('not_found', { chainId });
  const leaves = await coveringLeaves(tx, chainId, entries.length, signer);
  const seal = { chainId, seq: last.seq, hash: last.hash, at: tx.at.toISOString(), keyId: signer.keyId };
  return {
    format: EVIDENCE_FORMAT,
    chainId,
    entries,
    payloads: await payloadsOf(tx, chainId),
    documents: documentsOf(entries),
    checkpoints: await checkpointsFrom(tx, leaves),
    proofs: await proofsOf(tx, leaves),
    seal: { ...seal, signature: await signer.sign(signedBytes(seal)) },
  };
}

async function coveringLeaves(
  tx: Tx,
  chainId: string,
  entries: number,
  signer: CheckpointSigner,
): Promise<LeafRow[]> {
  const read = () =>
    tx.query<LeafRow>(
      'SELECT seq, checkpoint_number, position FROM checkpoint_leaf WHERE chain_id = $1 ORDER BY seq',
      [chainId],
    );
  const leaves = await read();
  if (leaves.length === entries) return leaves;
  await takeCheckpoint(tx, signer);
  return read();
}

function payloadsOf(tx: Tx, chainId: string): Promise<ExportedPayload[]> {
  return tx.query<ExportedPayload>(
    `SELECT e.seq, encode(p.salt, 'hex') AS salt, p.payload FROM audit_payload p JOIN audit_entry e ON e.id = p.entry_id
      WHERE e.chain_id = $1 AND p.payload IS NOT NULL ORDER BY e.seq`,
    [chainId],
  );
}

/** From the first that covers the chain to the newest: a run without a gap, so that the links can be followed. */
async function checkpointsFrom(tx: Tx, leaves: readonly LeafRow[]) {
  const first = leaves.reduce((lowest, leaf) => Math.min(lowest, leaf.checkpoint_number), Infinity);
  const rows = await tx.query<CheckpointRow>(
    `SELECT ${CHECKPOINT_COLUMNS} FROM checkpoint c WHERE c.number >= $1 ORDER BY c.number`,
    [first],
  );
  return rows.map(checkpointOf);
}

async function proofsOf(tx: Tx, leaves: readonly LeafRow[]): Promise<ExportedProof[]> {
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
