import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { type CheckpointSigner } from './checkpoint-signer.js';
import { signedBytes } from './domain/checkpoint.js';
import {
  documentsOf,
  EVIDENCE_FORMAT,
  type EvidenceFile,
  type ExportedPayload,
} from './domain/evidence.types.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from './entry-row.js';
import { checkpointsFrom, type LeafRow, leavesOf, proofsOf } from './inclusion-proofs.js';
import { takeCheckpoint } from './take-checkpoint.js';

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
  const leaves = await leavesOf(tx, chainId);
  if (leaves.length === entries) return leaves;
  await takeCheckpoint(tx, signer);
  return leavesOf(tx, chainId);
}

function payloadsOf(tx: Tx, chainId: string): Promise<ExportedPayload[]> {
  return tx.query<ExportedPayload>(
    `SELECT e.seq, encode(p.salt, 'hex') AS salt, p.payload FROM audit_payload p JOIN audit_entry e ON e.id = p.entry_id
      WHERE e.chain_id = $1 AND p.payload IS NOT NULL ORDER BY e.seq`,
    [chainId],
  );
}
