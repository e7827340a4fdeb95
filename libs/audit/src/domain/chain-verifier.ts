import {
  type AuditEntry,
  EMPTY_CHAIN,
  entryHash,
  GENESIS_HASH,
  PAYLOAD_ERASED,
  saltedHash,
} from './audit-entry.js';
import { type BadEntry, badEntry, type EntryFault } from './fault.types.js';

/** What an entry's payload hash speaks of; absent when it was erased. */
export interface StoredPayload {
  salt: Uint8Array;
  payload: unknown;
}

/**
 * Walks one chain in the order of `seq`, entry by entry, in constant memory but for payloads that are missing.
 * It goes on after a fault, so that the report shows how far the damage reaches.
 */
export class ChainVerifier {
  private seq = EMPTY_CHAIN.seq;
  private hash = EMPTY_CHAIN.hash;
  private prevHash = '';
  /** Missing payloads for which no later entry has answered yet. */
  private readonly missing = new Set<number>();
  private erasedCount = 0;
  private readonly found: BadEntry[] = [];

  constructor(readonly chainId: string) {}

  /** Checks the next entry with its payload (null: there is none); returns what is wrong with it. */
  take(entry: AuditEntry, payload: StoredPayload | null): BadEntry[] {
    const reasons = [this.linkFault(entry), this.payloadFault(entry, payload)];
    const faults = reasons.filter((reason) => reason !== null).map((reason) => this.locate(entry, reason));
    const erasure = faults.length === 0 && entry.action === PAYLOAD_ERASED ? this.answer(entry) : null;
    if (erasure) faults.push(this.locate(entry, erasure));
    this.found.push(...faults);
    this.prevHash = entry.prevHash;
    [this.seq, this.hash] = [entry.seq, entry.hash];
    return faults;
  }

  /** The last link that was seen. */
  get head(): { seq: number; hash: string } {
    return { seq: this.seq, hash: this.hash };
  }

  get erased(): number {
    return this.erasedCount;
  }

  /** Every fault of the chain, by sequence number; call it after the last entry. */
  finish(): BadEntry[] {
    const unanswered = [...this.missing].map((seq) =>
      badEntry(this.chainId, seq, 'payload_missing_without_erasure_entry'),
    );
    return [...this.found, ...unanswered].sort((a, b) => a.seq - b.seq);
  }

  /** A missing link is named itself, not the sound entry after it. */
  private locate(entry: AuditEntry, reason: EntryFault): BadEntry {
    return badEntry(this.chainId, reason === 'gap' ? this.seq + 1 : entry.seq, reason);
  }

  private linkFault(entry: AuditEntry): EntryFault | null {
    if (entry.chainId !== this.chainId) return 'wrong_chain';
    if (entry.seq <= this.seq) return 'fork';
    if (entry.seq > this.seq + 1) return 'gap';
    if (hashOf(entry) !== entry.hash) return hashOf(entry) === null ? 'malformed' : 'hash_mismatch';
    if (entry.prevHash === this.hash) return null;
    return entry.prevHash === this.prevHash || (this.seq > 0 && entry.prevHash === GENESIS_HASH)
      ? 'fork'
      : 'wrong_previous';
  }

  private payloadFault(entry: AuditEntry, stored: StoredPayload | null): EntryFault | null {
    if (entry.payloadHash === null) return stored === null ? null : 'payload_unannounced';
    if (stored !== null) return matches(entry.payloadHash, stored) ? null : 'payload_changed';
    this.missing.add(entry.seq);
    return null;
  }

  private answer(erasure: AuditEntry): EntryFault | null {
    const { seq, basis } = erasure.facts;
    if (typeof basis !== 'string' || basis === '' || typeof seq !== 'number') return 'erasure_without_basis';
    if (!this.missing.delete(seq)) return 'erased_payload_present';
    this.erasedCount += 1;
    return null;
  }
}

/** `null` for what has no canonical form, such as half a surrogate pair. */
function hashOf(entry: AuditEntry): string | null {
  try {
    return entryHash(entry);
  } catch {
    return null;
  }
}

function matches(expected: string, { salt, payload }: StoredPayload): boolean {
  try {
    return saltedHash(salt, payload) === expected;
  } catch {
    return false;
  }
}

export type ChainVerdict =
  { ok: true; erased: number } | { ok: false; firstBad: BadEntry; faults: BadEntry[] };

/**
 * Verifies a whole chain that is in memory. `payloads` maps `seq` to what is still stored; an absent one is lawful
 * only when a later, sound `payload.erased` entry names it with its basis.
 */
export function verifyChain(
  entries: readonly AuditEntry[],
  payloads: ReadonlyMap<number, StoredPayload>,
): ChainVerdict {
  const verifier = new ChainVerifier(entries[0]?.chainId ?? '');
  const inOrder = [...entries].sort((a, b) => a.seq - b.seq);
  for (const entry of inOrder) verifier.take(entry, payloads.get(entry.seq) ?? null);
  const faults = verifier.finish();
  const [firstBad] = faults;
  return firstBad ? { ok: false, firstBad, faults } : { ok: true, erased: verifier.erased };
}
