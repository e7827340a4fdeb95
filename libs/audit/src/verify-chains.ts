import { isUuid } from './domain/audit-entry.js';
import { ChainVerifier } from './domain/chain-verifier.js';
import { badEntry } from './domain/fault.types.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from './entry-row.js';
import { type SnapshotReader } from './snapshot-reader.js';
import { type SoundChains, soundChains } from './sound-chains.js';
import { type VerificationTally } from './verification-tally.js';

interface ChainRow extends EntryRow {
  salt: Buffer | null;
  payload: unknown;
  leaf_hash: string | null;
  head_seq: number | null;
  head_hash: string | null;
}

/** A cursor takes no parameters; ids are those of the database, which are held against their form. */
const oddChains = (chains: readonly string[]): string => `
SELECT ${ENTRY_COLUMNS}, p.salt, p.payload, l.hash AS leaf_hash, h.seq AS head_seq, h.hash AS head_hash
  FROM audit_entry e
  LEFT JOIN audit_payload p ON p.entry_id = e.id
  LEFT JOIN checkpoint_leaf l ON l.entry_id = e.id
  LEFT JOIN audit_chain_head h ON h.chain_id = e.chain_id
 WHERE e.chain_id = ANY ('{${chains.filter(isUuid).join(',')}}'::uuid[])
 ORDER BY e.chain_id, e.seq, e.id`;

/** Entries that are gone though a checkpoint or a head still knows them. */
const LOST = `
SELECT chain_id, min(seq) AS seq FROM (
  SELECT l.chain_id, l.seq FROM checkpoint_leaf l LEFT JOIN audit_entry e ON e.id = l.entry_id
   WHERE l.entry_id IS NOT NULL AND e.id IS NULL
  UNION ALL
  SELECT h.chain_id, 1 FROM audit_chain_head h
   WHERE h.seq > 0 AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.chain_id = h.chain_id)) lost
 GROUP BY chain_id ORDER BY chain_id`;

/** Odd chains that are asked for at once. */
const AT_ONCE = 500;

/**
 * Verifies every chain of the database and tells how many entries are proven: all of them in one pass, then those in which
 * anything is out of the ordinary entry by entry, which names what is wrong.
 * @param links what the database says of the links; asked once all entries are proven
 */
export async function verifyChains(
  reader: SnapshotReader,
  tally: VerificationTally,
  links: () => Promise<SoundChains>,
  proven: (entries: number) => void,
): Promise<void> {
  const { odd, ...all } = await soundChains(reader, links, proven);
  tally.chains = all.chains - odd.length;
  tally.entries = all.entries;
  tally.uncovered = all.uncovered;
  for (let from = 0; from < odd.length; from += AT_ONCE)
    await walkChains(reader, tally, odd.slice(from, from + AT_ONCE));
  await nameLost(reader, tally);
}

async function walkChains(reader: SnapshotReader, tally: VerificationTally, chains: string[]): Promise<void> {
  let walk: ChainWalk | null = null;
  for await (const rows of reader.each<ChainRow>(oddChains(chains)))
    for (const row of rows) {
      if (walk?.chainId !== row.chain_id) {
        walk?.finish(tally);
        walk = new ChainWalk(row);
      }
      walk.take(row);
    }
  walk?.finish(tally);
}

async function nameLost(reader: SnapshotReader, tally: VerificationTally): Promise<void> {
  const lost = await reader.all<{ chain_id: string; seq: number }>(LOST);
  const unknown = lost.filter(({ chain_id, seq }) => !tally.knows(chain_id, seq));
  tally.add(unknown.map(({ chain_id, seq }) => badEntry(chain_id, seq, 'tail_missing')));
}

/** Which of two entries at one place comes first is chance; that there are two is what happened. */
const bySeqForksFirst = (a: ReturnType<typeof badEntry>, b: ReturnType<typeof badEntry>): number =>
  a.seq - b.seq || Number(b.reason === 'fork') - Number(a.reason === 'fork');

/** One chain with what the other tables say about its entries. */
class ChainWalk {
  readonly chainId: string;
  private readonly verifier: ChainVerifier;
  private readonly headSeq: number | null;
  private readonly headHash: string | null;
  /** Not yet covered, which only the newest of a chain may be. */
  private uncovered: number[] = [];
  private readonly found: ReturnType<typeof badEntry>[] = [];

  constructor(first: ChainRow) {
    this.chainId = first.chain_id;
    this.verifier = new ChainVerifier(first.chain_id);
    this.headSeq = first.head_seq;
    this.headHash = first.head_hash;
  }

  take(row: ChainRow): void {
    const stored = row.salt === null ? null : { salt: row.salt, payload: row.payload };
    this.verifier.take(entryOf(row), stored);
    if (row.leaf_hash === null) this.uncovered.push(row.seq);
    else this.covered(row);
  }

  finish(tally: VerificationTally): void {
    tally.chains += 1;
    tally.add([...this.verifier.finish(), ...this.found, ...this.tailFault()].sort(bySeqForksFirst));
    tally.erased += this.verifier.erased;
  }

  private covered({ seq, hash, leaf_hash: leafHash }: ChainRow): void {
    this.found.push(...this.uncovered.map((skipped) => badEntry(this.chainId, skipped, 'not_in_checkpoint')));
    this.uncovered = [];
    if (leafHash !== hash) this.found.push(badEntry(this.chainId, seq, 'checkpoint_names_other_hash'));
  }

  private tailFault() {
    const { seq, hash } = this.verifier.head;
    if (this.headSeq === seq && this.headHash === hash) return [];
    const isShort = this.headSeq !== null && this.headSeq > seq;
    return [
      isShort
        ? badEntry(this.chainId, seq + 1, 'tail_missing')
        : badEntry(this.chainId, seq, 'wrong_previous', 'chain_head'),
    ];
  }
}
