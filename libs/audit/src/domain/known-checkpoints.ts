import { canonicalJson } from '#kernel';
import { type SignedCheckpoint } from './checkpoint.js';
import { type Fault, otherFault } from './fault.types.js';

/** A checkpoint as one line of text, without the line's end: RFC 8785, signature included. */
export const checkpointLine = (checkpoint: SignedCheckpoint): string => canonicalJson(checkpoint);

/**
 * Reads checkpoints that were written down one per line. Lines that hold none, such as one that a crash cut off, are
 * counted in `unreadable`.
 */
export function readKnownCheckpoints(text: string): { known: SignedCheckpoint[]; unreadable: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const known = lines.map(checkpointIn).filter((checkpoint) => checkpoint !== null);
  return { known, unreadable: lines.length - known.length };
}

function checkpointIn(line: string): SignedCheckpoint | null {
  try {
    const value: unknown = JSON.parse(line);
    return isCheckpoint(value) ? value : null;
  } catch {
    return null;
  }
}

const isCheckpoint = (value: unknown): value is SignedCheckpoint =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  Number.isSafeInteger(value.number) &&
  'signature' in value &&
  typeof value.signature === 'string';

/** Whether what was written down elsewhere still stands: each known checkpoint is among `stored`, unchanged. */
export function knownCheckpointFaults(
  stored: readonly SignedCheckpoint[],
  known: readonly SignedCheckpoint[],
): Fault[] {
  const byNumber = new Map(stored.map((checkpoint) => [checkpoint.number, checkpointLine(checkpoint)]));
  const faults = new Map<number, Fault>();
  for (const checkpoint of known) {
    const found = byNumber.get(checkpoint.number);
    if (found === checkpointLine(checkpoint)) continue;
    const reason = found === undefined ? 'checkpoint_missing' : 'checkpoint_differs';
    faults.set(checkpoint.number, otherFault(reason, checkpoint.number));
  }
  return [...faults.values()].sort((a, b) => (a.checkpoint ?? 0) - (b.checkpoint ?? 0));
}
