import { type SignedCheckpoint } from './domain/checkpoint.js';
import { type Fault, FAULTS_KEPT, type VerificationReport } from './domain/fault.types.js';

const COUNTS = [
  'chains',
  'entries',
  'checkpoints',
  'uncovered',
  'batches',
  'uncoveredBatches',
  'erased',
  'steps',
  'files',
] as const;

/** Collects what a long verification finds, keeping the earliest faults and counting the rest. */
export class VerificationTally {
  chains = 0;
  entries = 0;
  checkpoints = 0;
  uncovered = 0;
  batches = 0;
  uncoveredBatches = 0;
  erased = 0;
  steps = 0;
  files = 0;
  /** The newest checkpoint of what was verified; null where there is none. */
  newest: SignedCheckpoint | null = null;
  private readonly faults: Fault[] = [];
  private faultCount = 0;
  private readonly badPlaces = new Set<string>();

  add(faults: readonly Fault[]): void {
    for (const fault of faults) {
      this.faultCount += 1;
      if (this.faults.length < FAULTS_KEPT) this.faults.push(fault);
      if (this.badPlaces.size < 10 * FAULTS_KEPT) this.badPlaces.add(`${fault.chainId}/${fault.seq}`);
    }
  }

  /** Takes over what was found beside this one, as if it had been found after it. */
  addAll(other: VerificationTally): void {
    for (const count of COUNTS) this[count] += other[count];
    this.add(other.faults);
    this.faultCount += other.faultCount - other.faults.length;
    this.newest = other.newest ?? this.newest;
  }

  /** Tells whether a fault of this place is already known; the same loss shows in several tables. */
  knows(chainId: string, seq: number): boolean {
    return this.badPlaces.has(`${chainId}/${seq}`);
  }

  report(): VerificationReport {
    const { chains, entries, checkpoints, uncovered, erased, steps, files, faults, faultCount } = this;
    const { batches, uncoveredBatches } = this;
    const inOrder = [...faults].sort(byPlace);
    return {
      ok: faultCount === 0,
      chains,
      entries,
      checkpoints,
      uncovered,
      batches,
      uncoveredBatches,
      erased,
      steps,
      files,
      firstBad: inOrder[0] ?? null,
      faults: inOrder,
      faultCount,
    };
  }
}

const NO_ENTRY = Number.MAX_SAFE_INTEGER;
/** Entries first, by chain and sequence; then what no entry speaks of, the rest in the order in which it was found. */
function byPlace(a: Fault, b: Fault): number {
  if (a.chainId === null || b.chainId === null)
    return Number(a.chainId === null) - Number(b.chainId === null);
  return a.chainId === b.chainId ? (a.seq ?? NO_ENTRY) - (b.seq ?? NO_ENTRY) : a.chainId < b.chainId ? -1 : 1;
}
