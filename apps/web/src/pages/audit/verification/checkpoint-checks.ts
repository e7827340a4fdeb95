import { canonicalJson } from './canonical-json.js';
import { digestOfText } from './digest.js';
import {
  type Checkpoint,
  type Evidence,
  type Fault,
  type FaultReason,
  GENESIS_HASH,
} from './evidence.types.js';
import { type KeyRing, signatureFault } from './key-ring.js';

/** What is wrong with one checkpoint: its signature, and how it follows the one before (undefined: the first that is known). */
export async function checkpointFaults(
  current: Checkpoint,
  previous: Checkpoint | undefined,
  keys: KeyRing,
): Promise<Fault[]> {
  const reasons = [await signatureFault(current, keys), await linkFault(current, previous)];
  return reasons
    .filter((reason) => reason !== null)
    .map((reason) => ({ seq: null, checkpoint: current.number, reason }));
}

async function linkFault(current: Checkpoint, previous: Checkpoint | undefined): Promise<FaultReason | null> {
  if (previous === undefined && current.number > 1) return null;
  if (current.number !== (previous?.number ?? 0) + 1) return 'checkpoint_gap';
  const expected = previous === undefined ? GENESIS_HASH : await bodyHash(previous);
  if (current.previousCheckpointHash !== expected) return 'checkpoint_link_broken';
  const total = (previous?.totalSize ?? 0) + current.size;
  return current.totalSize === total ? null : 'checkpoint_size_mismatch';
}

const bodyHash = ({ signature: _signature, ...body }: Checkpoint): Promise<string> =>
  digestOfText(canonicalJson(body));

/** Whether the export ends where the installation sealed it, and by whom that was signed. */
export async function sealFaults({ chainId, entries, seal }: Evidence, keys: KeyRing): Promise<Fault[]> {
  const fault = (reason: FaultReason): Fault[] => [{ seq: null, checkpoint: null, reason, detail: '/seal' }];
  const wrong = await signatureFault(seal, keys);
  if (wrong !== null) return fault(wrong);
  const sealed = entries.some(({ seq, hash }) => seq === seal.seq && hash === seal.hash);
  const exceeded = entries.some(({ seq }) => seq > seal.seq);
  return sealed && !exceeded && seal.chainId === chainId ? [] : fault('seal_invalid');
}
