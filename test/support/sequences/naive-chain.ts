import { createHash } from 'node:crypto';

/** Canonical JSON written down a second time: keys in code-unit order, no spaces. */
export function naiveJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(naiveJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${naiveJson(item)}`).join(',')}}`;
}
export const naiveDigest = (value: string | Buffer): string =>
  createHash('sha256').update(value).digest('hex');

/** An entry of the log as the table has it, read as JSON. */
export interface EntryRow {
  id: string;
  chain_id: string;
  seq: number;
  at: string;
  actor_id: string;
  actor_role: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  outcome: 'done' | 'refused';
  facts: Record<string, unknown>;
  payload_hash: string | null;
  prev_hash: string;
  hash: string;
}
/** `salt` as PostgreSQL writes bytes: `\x…`. */
export interface PayloadRow {
  entry_id: string;
  salt: string;
  payload: unknown;
}

export function naiveEntryHash(entry: EntryRow): string {
  const { chain_id: chainId, seq, actor_id: actorId, actor_role: actorRole, action, outcome, facts } = entry;
  const subject = { kind: entry.subject_kind, id: entry.subject_id };
  const links = { payloadHash: entry.payload_hash, prevHash: entry.prev_hash };
  const at = new Date(entry.at).toISOString();
  return naiveDigest(
    naiveJson({ chainId, seq, at, actorId, actorRole, action, subject, outcome, facts, ...links }),
  );
}
export const naivePayloadHash = ({ salt, payload }: PayloadRow): string =>
  naiveDigest(Buffer.concat([Buffer.from(salt.slice(2), 'hex'), Buffer.from(naiveJson(payload), 'utf8')]));

/** Links the entries of one chain anew, in their order: for a copy whose ids are others. */
export function relinked(entries: readonly EntryRow[], payloads: readonly PayloadRow[]): EntryRow[] {
  const hashes = new Map(payloads.map((row) => [row.entry_id, naivePayloadHash(row)]));
  let prev = '0'.repeat(64);
  return [...entries]
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => {
      const linked = { ...entry, payload_hash: hashes.get(entry.id) ?? null, prev_hash: prev };
      prev = naiveEntryHash(linked);
      return { ...linked, hash: prev };
    });
}
