import { type AuditEntry } from './audit-entry.js';
import { type StoredPayload, verifyChain } from './chain-verifier.js';
import { checkpointFaults, type KeyRing, keyRing, signatureFault } from './checkpoint.js';
import { documentsOf, type EvidenceFile } from './evidence.types.js';
import {
  type BadEntry,
  badEntry,
  type Fault,
  FAULTS_KEPT,
  otherFault,
  recordFault,
  type VerificationReport,
} from './fault.types.js';
import { provesInclusion } from './merkle-tree.js';
import { readEvidence } from './read-evidence.js';

/**
 * Verifies an export without a database: links, payload hashes, listed documents, signatures and links of the
 * checkpoints, inclusion of every entry, and by the seal that nothing was cut off.
 * @param file the parsed JSON of the export, as it came: nothing in it is trusted.
 * @param publicKeys PEM texts from a source other than the file.
 */
export function verifyExport(file: unknown, publicKeys: readonly string[]): VerificationReport {
  const evidence = readEvidence(file);
  if (typeof evidence === 'string') return reportOf(null, [otherFault('file_malformed', null, evidence)], 0);
  const keys = keyRing(publicKeys);
  const verdict = verifyChain(evidence.entries, payloadsOf(evidence));
  const chain = verdict.ok ? [] : verdict.faults;
  const entries = [
    ...chain,
    ...foreign(evidence),
    ...documentFaults(evidence),
    ...stepFaults(evidence),
    ...inclusionFaults(evidence),
    ...tailFaults(evidence),
  ];
  const first = [...entries].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  return reportOf(
    evidence,
    [...first, ...checkpointFaults(evidence.checkpoints, keys), ...sealFaults(evidence, keys)],
    verdict.ok ? verdict.erased : 0,
  );
}

const payloadsOf = ({ payloads }: EvidenceFile): Map<number, StoredPayload> =>
  new Map(payloads.map(({ seq, salt, payload }) => [seq, { salt: Buffer.from(salt, 'hex'), payload }]));

function foreign({ chainId, entries, payloads }: EvidenceFile): BadEntry[] {
  const awaited = new Set(entries.map((entry) => entry.seq));
  const strangers = entries.filter((entry) => entry.chainId !== chainId).slice(0, 1);
  const orphans = payloads.filter(({ seq }) => !awaited.delete(seq));
  return [
    ...strangers.map((entry) => badEntry(chainId, entry.seq, 'wrong_chain', entry.chainId)),
    ...orphans.map(({ seq }) => badEntry(chainId, seq, 'payload_unannounced')),
  ];
}

/** The list has to say exactly what the entries say, so that it can be read on its own. */
function documentFaults({ chainId, entries, documents }: EvidenceFile): BadEntry[] {
  const key = (document: { kind: string; id: string; sha256: string; seq: number }) =>
    [document.seq, document.kind, document.id, document.sha256].join('|');
  const named = documentsOf(entries);
  const [listed, known] = [new Set(documents.map(key)), new Set(named.map(key))];
  const odd = [
    ...documents.filter((it) => !known.has(key(it))),
    ...named.filter((it) => !listed.has(key(it))),
  ];
  return odd.map(({ seq, id }) => badEntry(chainId, seq, 'document_hash_mismatch', id));
}

/** The steps of a dossier follow each other, none left out or told twice, each from where the one before it ended. */
function stepFaults({ chainId, entries }: EvidenceFile): Fault[] {
  const steps = entries
    .filter(({ action, outcome, facts }) => outcome === 'done' && isStep(action, facts))
    .sort((a, b) => a.seq - b.seq);
  return steps.flatMap(({ seq, facts: { step, from } }, i) => {
    const before = steps[i - 1]?.facts['to'] ?? 'draft';
    if (step === i + 1 && from === before) return [];
    return [recordFault(chainId, seq, 'transition_differs', `step ${String(step)}`)];
  });
}
const isStep = (action: string, facts: AuditEntry['facts']): boolean =>
  action.startsWith('dossier.') && 'step' in facts;

function inclusionFaults(evidence: EvidenceFile): BadEntry[] {
  const proofs = new Map(evidence.proofs.map((proof) => [proof.seq, proof]));
  const checkpoints = new Map(evidence.checkpoints.map((checkpoint) => [checkpoint.number, checkpoint]));
  const fault = (entry: AuditEntry): BadEntry[] => {
    const proof = proofs.get(entry.seq);
    const checkpoint = proof && checkpoints.get(proof.checkpoint);
    if (!proof || !checkpoint) return [badEntry(evidence.chainId, entry.seq, 'not_in_checkpoint')];
    const { size, root } = checkpoint;
    const proven = provesInclusion({
      data: Buffer.from(entry.hash, 'hex'),
      index: proof.index,
      size,
      path: proof.path,
      root,
    });
    return proven ? [] : [badEntry(evidence.chainId, entry.seq, 'inclusion_not_proven')];
  };
  return evidence.entries.flatMap(fault);
}

function tailFaults({ chainId, entries, seal }: EvidenceFile): BadEntry[] {
  const last = entries.reduce((highest, entry) => Math.max(highest, entry.seq), 0);
  return last < seal.seq ? [badEntry(chainId, last + 1, 'tail_missing')] : [];
}

function sealFaults(
  { chainId, entries, seal: { signature, ...seal } }: EvidenceFile,
  keys: KeyRing,
): Fault[] {
  const wrong = signatureFault(seal, seal.keyId, signature, keys);
  if (wrong) return [otherFault(wrong, null, '/seal')];
  const sealed = entries.some((entry) => entry.seq === seal.seq && entry.hash === seal.hash);
  const exceeded = entries.some((entry) => entry.seq > seal.seq);
  return sealed && !exceeded && seal.chainId === chainId ? [] : [otherFault('seal_invalid', null, '/seal')];
}

function reportOf(evidence: EvidenceFile | null, faults: Fault[], erased: number): VerificationReport {
  return {
    ok: faults.length === 0,
    chains: evidence ? 1 : 0,
    entries: evidence?.entries.length ?? 0,
    checkpoints: evidence?.checkpoints.length ?? 0,
    uncovered: faults.filter((fault) => fault.reason === 'not_in_checkpoint').length,
    batches: 0,
    uncoveredBatches: 0,
    erased,
    steps: 0,
    files: 0,
    firstBad: faults[0] ?? null,
    faults: faults.slice(0, FAULTS_KEPT),
    faultCount: faults.length,
  };
}
