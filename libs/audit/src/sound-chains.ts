import { GENESIS_HASH, PAYLOAD_ERASED } from './domain/audit-entry.js';
import { type Proof } from './entry-proof.js';
import { utcText } from './entry-row.js';
import { Provers } from './provers.js';
import { type SnapshotReader } from './snapshot-reader.js';

/** How much there is, and the chains that somebody has to look at entry by entry. */
export interface SoundChains {
  /** Chains in which anything at all is out of the ordinary, lawful erasures among them; sorted. */
  odd: string[];
  chains: number;
  entries: number;
  /** Entries that no checkpoint covers yet. */
  uncovered: number;
}

/**
 * In the order in which they lie: the hash of an entry speaks of nothing but this entry and the hash before. The fields come
 * in the order of their canonical text.
 */
const CONTENTS = `
SELECT e.action, e.actor_id, e.actor_role, ${utcText('e.at')}, e.chain_id, e.facts, e.outcome, e.payload_hash, e.prev_hash,
       e.seq, e.subject_id, e.subject_kind, e.hash, encode(p.salt, 'hex'), p.payload
  FROM audit_entry e LEFT JOIN audit_payload p ON p.entry_id = e.id`;

/**
 * Links by what is stored, which the contents prove: 1, 2, 3 …, each naming the one before, up to the head, and covered by
 * checkpoints in this order.
 */
const LINKS = `
SELECT count(*)::int AS chains, coalesce(sum(entries), 0)::int AS entries, coalesce(sum(uncovered), 0)::int AS uncovered,
       coalesce(array_agg(chain_id::text) FILTER (WHERE odd), '{}') AS odd
  FROM (
    SELECT o.chain_id, count(*) AS entries, count(*) FILTER (WHERE o.uncovered) AS uncovered,
           bool_or(o.odd) OR max(o.seq) IS DISTINCT FROM max(h.seq)
             OR count(*) FILTER (WHERE o.seq = h.seq AND o.hash = h.hash) <> 1 AS odd
      FROM (
        SELECT e.chain_id, e.seq, e.hash, l.entry_id IS NULL AS uncovered,
               e.seq <> coalesce(lag(e.seq) OVER chain, 0) + 1
                 OR e.prev_hash <> coalesce(lag(e.hash) OVER chain, '${GENESIS_HASH}')
                 OR e.action = '${PAYLOAD_ERASED}'
                 OR coalesce(l.hash <> e.hash, false)
                 OR (l.entry_id IS NOT NULL AND coalesce(lag(l.entry_id IS NULL) OVER chain, false)) AS odd
          FROM audit_entry e LEFT JOIN checkpoint_leaf l ON l.entry_id = e.id
        WINDOW chain AS (PARTITION BY e.chain_id ORDER BY e.seq)) o
      LEFT JOIN audit_chain_head h ON h.chain_id = o.chain_id
     GROUP BY o.chain_id) chain`;

/** What the database says of links, heads and coverage of all chains: those that are sound as far as it goes, and the odd ones. */
export async function linksOf(reader: SnapshotReader): Promise<SoundChains> {
  const [links] = await reader.all<SoundChains>(LINKS);
  if (!links) throw new Error('an aggregate has one row');
  return links;
}

/**
 * Proves in one pass which chains are sound, without holding or ordering them: every entry and every payload hashes to what
 * is stored, and what is stored links up. Whatever it cannot prove is odd: `ChainVerifier` says what is wrong with it.
 * @param links is asked once all entries are proven, or was asked before on another connection.
 * @throws Error when not every entry of the snapshot was proven: then nothing was shown at all
 */
export async function soundChains(
  reader: SnapshotReader,
  links: () => Promise<SoundChains>,
  progress: (entries: number) => void,
  proversFor: ProversFor = (proven) => new Provers(proven),
): Promise<SoundChains> {
  const proof = await provenEntries(reader, progress, proversFor);
  const linked = await links();
  const [stored] = await reader.all<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry');
  if (proof.entries !== stored?.n)
    throw new Error(`${proof.entries} of ${stored?.n} entries were proven, not all of them`);
  return { ...linked, odd: [...new Set([...proof.odd, ...linked.odd])].sort() };
}

type ProversFor = (proven: (proof: Proof) => void) => Provers;
async function provenEntries(
  reader: SnapshotReader,
  progress: (entries: number) => void,
  proversFor: ProversFor,
): Promise<{ entries: number; odd: ReadonlySet<string> }> {
  const odd = new Set<string>();
  let entries = 0;
  const provers = proversFor((proof) => {
    for (const chain of proof.odd) odd.add(chain);
    progress((entries += proof.entries));
  });
  try {
    for await (const piece of reader.pieces(CONTENTS)) await provers.take(piece);
    await provers.finish();
  } finally {
    await provers.close();
  }
  return { entries, odd };
}
