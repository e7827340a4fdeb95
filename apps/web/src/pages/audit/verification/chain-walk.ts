import { canonicalJson } from './canonical-json.js';
import { bytesOf, digest, digestOfText, hexOf, utf8 } from './digest.js';
import {
  type Entry,
  entryFault,
  type Evidence,
  type Fault,
  type FaultReason,
  GENESIS_HASH,
} from './evidence.types.js';

const SALT_BYTES = 16;
type Payload = Evidence['payloads'][number];

/** Walks the links of one chain in the order of `seq`; goes on after a fault, so that one sees how far it reaches. */
export class ChainWalk {
  private last = { seq: 0, hash: GENESIS_HASH, prevHash: '' };
  /** Absent payloads for which no later entry has answered yet. */
  private readonly missing = new Set<number>();
  private readonly found: Fault[] = [];
  /** Payloads that were lawfully erased. */
  erased = 0;

  constructor(private readonly chainId: string) {}

  async take(entry: Entry, payload: Payload | undefined): Promise<void> {
    const link = await this.linkFault(entry);
    const text = await this.payloadFault(entry, payload);
    if (link !== null) this.found.push(entryFault(link === 'gap' ? this.last.seq + 1 : entry.seq, link));
    if (text !== null) this.found.push(entryFault(entry.seq, text));
    if (link === null && text === null && entry.action === 'payload.erased') this.answer(entry);
    this.last = { seq: entry.seq, hash: entry.hash, prevHash: entry.prevHash };
  }

  finish(): Fault[] {
    const unanswered = [...this.missing].map((seq) =>
      entryFault(seq, 'payload_missing_without_erasure_entry'),
    );
    return [...this.found, ...unanswered];
  }

  private async linkFault(entry: Entry): Promise<FaultReason | null> {
    const { seq, hash, prevHash } = this.last;
    if (entry.chainId !== this.chainId) return 'wrong_chain';
    if (entry.seq <= seq) return 'fork';
    if (entry.seq > seq + 1) return 'gap';
    const expected = await entryHash(entry);
    if (expected !== entry.hash) return expected === null ? 'malformed' : 'hash_mismatch';
    if (entry.prevHash === hash) return null;
    const branches = entry.prevHash === prevHash || (seq > 0 && entry.prevHash === GENESIS_HASH);
    return branches ? 'fork' : 'wrong_previous';
  }

  private async payloadFault(entry: Entry, stored: Payload | undefined): Promise<FaultReason | null> {
    if (entry.payloadHash === null) return stored === undefined ? null : 'payload_unannounced';
    if (stored !== undefined)
      return (await payloadHash(stored)) === entry.payloadHash ? null : 'payload_changed';
    this.missing.add(entry.seq);
    return null;
  }

  private answer({ seq: at, facts: { seq, basis } }: Entry): void {
    const named = typeof basis === 'string' && basis !== '' && typeof seq === 'number';
    if (!named) this.found.push(entryFault(at, 'erasure_without_basis'));
    else if (this.missing.delete(seq)) this.erased += 1;
    else this.found.push(entryFault(at, 'erased_payload_present'));
  }
}

/** SHA-256 of the canonical JSON of everything but `hash`; null for what has no canonical form. */
async function entryHash({ hash: _hash, ...content }: Entry): Promise<string | null> {
  try {
    return await digestOfText(canonicalJson(content));
  } catch {
    return null;
  }
}

async function payloadHash({ salt, payload }: Payload): Promise<string | null> {
  if (salt.length < 2 * SALT_BYTES) return null;
  try {
    return hexOf(await digest(bytesOf(salt), utf8(canonicalJson(payload))));
  } catch {
    return null;
  }
}
