import { sha256 } from '#kernel';
import { copiedField } from './copy-out.js';
import { CanonicalBytes } from './domain/canonical-bytes.js';
import { canonicalEntry, canonicalValue } from './domain/canonical-entry.js';
import { PlainLines } from './plain-lines.js';

const LINE_FEED = 0x0a;
/** Which field of a line names the chain. */
const CHAIN_ID = 4;

/** Memory for the texts of one piece after the other; a thread of its own has its own. */
const CANONICAL = new CanonicalBytes();

/** What a piece of the log proves. */
export interface Proof {
  entries: number;
  /** Chains with an entry that does not hash to what is stored; each once. */
  odd: string[];
}

/** Proves every entry of some lines as `CONTENTS` copies them: bytes of whole lines, each with a line feed. */
export function provenLines(bytes: Uint8Array): Proof {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const plain = new PlainLines(lines, CANONICAL);
  const odd = new Set<string>();
  let entries = 0;
  for (
    let from = 0, end = lines.indexOf(LINE_FEED);
    end >= 0;
    from = end + 1, end = lines.indexOf(LINE_FEED, from)
  ) {
    entries += 1;
    if (plain.proves(from)) continue;
    const fields = lines.toString('utf8', from, end).split('\t');
    if (!isProven(fields)) odd.add(fields[CHAIN_ID] ?? '');
  }
  return { entries, odd: [...odd] };
}

function isProven(fields: readonly string[]): boolean {
  try {
    return hashesRight(fields);
  } catch {
    return false;
  }
}

/** Whether the entry and its payload hash to what is stored; a payload that is missing or too much is no. */
function hashesRight(fields: readonly string[]): boolean {
  const [action = '', actorId, actorRole, at = '', chainId = '', facts, outcome = '', payloadHash] = fields;
  const [prevHash = '', seq, id, kind, hash, salt, payload] = fields.slice(8);
  const expected = copiedField(payloadHash ?? '');
  const text = canonicalEntry({
    ...{
      chainId,
      seq: Number(seq),
      at,
      actorId: plain(actorId),
      actorRole: plain(actorRole),
      action,
      outcome,
    },
    subject: { kind: plain(kind), id: plain(id) },
    facts: JSON.parse(plain(facts)) as Record<string, unknown>,
    payloadHash: expected,
    prevHash,
  });
  if (sha256(text) !== hash) return false;
  return expected === null ? salt === '\\N' : salt !== '\\N' && payloadDigest(salt, payload) === expected;
}

const plain = (field = ''): string => copiedField(field) ?? '';

function payloadDigest(salt = '', payload = ''): string {
  const content = canonicalValue(JSON.parse(plain(payload)));
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(content, 'utf8')]));
}
