import { ChainWalk } from './chain-walk.js';
import { checkpointFaults, sealFaults } from './checkpoint-checks.js';
import { readEvidence } from './evidence-form.js';
import { type Entry, entryFault, type Evidence, type Fault } from './evidence.types.js';
import { provesInclusion } from './inclusion.js';
import { type KeyRing, keyRing } from './key-ring.js';
import { recordFaults } from './record-checks.js';

export interface Verdict {
  ok: boolean;
  entries: number;
  payloads: number;
  documents: number;
  checkpoints: number;
  /** Texts that were lawfully erased. */
  erased: number;
  /** By sequence number, then checkpoints, then the seal. */
  faults: Fault[];
}
export interface Watch {
  /** Told after every slice: how many of how many checks are done. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Checks between two breaths: the page stays alive, and a hundred thousand entries take no longer for it. */
const SLICE = 200;

/**
 * Verifies an export by docs/verification.md with nothing but the file and the keys: links and hashes of all entries,
 * texts, documents, proofs of inclusion, signatures and links of the checkpoints, and the seal.
 * @param file parsed JSON, as it came: nothing in it is trusted
 * @param publicKeys PEM texts
 * @throws NoCryptography where this browser cannot check; the reason of the signal when it was cancelled
 */
export async function verifyEvidence(
  file: unknown,
  publicKeys: readonly string[],
  watch: Watch = {},
): Promise<Verdict> {
  const keys = await keyRing(publicKeys);
  const evidence = readEvidence(file);
  if (typeof evidence === 'string') return malformed(evidence);
  const { entries, payloads, documents, checkpoints } = evidence;
  const breathe = pacer(2 * entries.length + checkpoints.length, watch);
  const { faults: chain, erased } = await walk(evidence, breathe);
  const inclusion = await inclusionFaults(evidence, breathe);
  const ofEntries = [...chain, ...recordFaults(evidence), ...inclusion];
  ofEntries.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  const faults = [
    ...ofEntries,
    ...(await lineFaults(evidence, keys, breathe)),
    ...(await sealFaults(evidence, keys)),
  ];
  const counts = {
    ...{ entries: entries.length, payloads: payloads.length, documents: documents.length },
    ...{ checkpoints: checkpoints.length, erased },
  };
  return { ok: faults.length === 0, ...counts, faults };
}

const malformed = (detail: string): Verdict => ({
  ...{ ok: false, entries: 0, payloads: 0, documents: 0, checkpoints: 0, erased: 0 },
  faults: [{ seq: null, checkpoint: null, reason: 'file_malformed', detail }],
});

type Breathe = () => Promise<void>;

/** Counts a check; after a slice of them it reports, lets the page work, and stops when it was cancelled. */
function pacer(total: number, { onProgress, signal }: Watch): Breathe {
  let done = 0;
  return async () => {
    done += 1;
    if (done % SLICE !== 0 && done !== total) return;
    onProgress?.(done, total);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
  };
}

async function walk({ chainId, entries, payloads }: Evidence, breathe: Breathe) {
  const chain = new ChainWalk(chainId);
  const texts = new Map(payloads.map((payload) => [payload.seq, payload]));
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    await chain.take(entry, texts.get(entry.seq));
    await breathe();
  }
  return { faults: chain.finish(), erased: chain.erased };
}

async function inclusionFaults(
  { entries, proofs, checkpoints }: Evidence,
  breathe: Breathe,
): Promise<Fault[]> {
  const proofOf = new Map(proofs.map((proof) => [proof.seq, proof]));
  const checkpointOf = new Map(checkpoints.map((one) => [one.number, one]));
  const check = async ({ seq, hash }: Entry): Promise<Fault[]> => {
    const proof = proofOf.get(seq);
    const checkpoint = proof && checkpointOf.get(proof.checkpoint);
    if (!checkpoint) return [entryFault(seq, 'not_in_checkpoint')];
    const { size, root } = checkpoint;
    const proven = await provesInclusion({ data: hash, index: proof.index, size, path: proof.path, root });
    return proven ? [] : [entryFault(seq, 'inclusion_not_proven')];
  };
  const faults: Fault[] = [];
  for (const entry of entries) {
    faults.push(...(await check(entry)));
    await breathe();
  }
  return faults;
}

async function lineFaults({ checkpoints }: Evidence, keys: KeyRing, breathe: Breathe): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [i, checkpoint] of checkpoints.entries()) {
    faults.push(...(await checkpointFaults(checkpoint, checkpoints[i - 1], keys)));
    await breathe();
  }
  return faults;
}
