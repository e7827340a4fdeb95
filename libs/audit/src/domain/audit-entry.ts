import { type Role } from '#contracts';
import { canonicalJson, sha256 } from '#kernel';
import { canonicalEntry } from './canonical-entry.js';

/** What an entry may say in clear: ids, codes, civil dates, numbers. Free text belongs into the payload. */
export type AuditFacts = Record<string, string | number | boolean | null>;
/** The capacity in which somebody acted; a person may hold several roles. */
export type ActingRole = Role | 'system' | 'public';

/** One link of a chain. `hash` covers all the other fields, `prevHash` among them. */
export interface AuditEntry {
  /** A dossier's id, or `SYSTEM_CHAIN_ID`. */
  chainId: string;
  /** 1, 2, 3 … without a gap. */
  seq: number;
  /** UTC, milliseconds: `2026-07-01T02:03:04.005Z`. */
  at: string;
  actorId: string;
  actorRole: string;
  /** A past-tense event name such as `dossier.submitted`. */
  action: string;
  subject: { kind: string; id: string };
  /** `refused`: the command changed nothing; a refused dossier is a decision that was `done`. */
  outcome: 'done' | 'refused';
  facts: AuditFacts;
  payloadHash: string | null;
  prevHash: string;
  hash: string;
}
/** What a chain needs to know of its last link. */
export type ChainHead = Pick<AuditEntry, 'seq' | 'hash'>;
export type EntryDraft = Omit<AuditEntry, 'seq' | 'prevHash' | 'hash'>;

/** The chain of acts that belong to no dossier: accounts, law, calendars, operations. */
export const SYSTEM_CHAIN_ID = '00000000-0000-4000-8000-000000000001';
/** What the first entry of a chain names as its predecessor. */
export const GENESIS_HASH = '0'.repeat(64);
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: GENESIS_HASH };
/** The entry that makes the absence of a payload lawful; its facts name `seq` and `basis`. */
export const PAYLOAD_ERASED = 'payload.erased';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ACTION = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/;
/** Letter numbers hold Đ, so any letter passes, but no space: a sentence does not. */
const CODE = /^[\p{L}\p{N}._:/+#,=|-]{0,160}$/u;

/** A lower-case uuid, the form that PostgreSQL gives back. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** SHA-256 of the canonical JSON of an entry without its `hash`, lower-case hex. */
export const entryHash = (entry: Omit<AuditEntry, 'hash'> & { hash?: string }): string =>
  sha256(canonicalEntry(entry));

/** SHA-256 of salt bytes followed by the canonical JSON of the payload; the salt is random, 16 bytes or more. */
export function saltedHash(salt: Uint8Array, payload: unknown): string {
  if (salt.byteLength < 16) throw new RangeError('a salt has at least 16 bytes');
  return sha256(Buffer.concat([salt, Buffer.from(canonicalJson(payload), 'utf8')]));
}

/**
 * The next link after `prev` (`EMPTY_CHAIN` for the first).
 * @throws TypeError when the draft holds what an entry may not hold: a defect of the caller, not of its user.
 */
export function appendTo(prev: ChainHead, draft: EntryDraft): AuditEntry {
  assertEntryForm(draft);
  const { chainId, at, actorId, actorRole, action, subject, outcome, facts, payloadHash } = draft;
  const said = { chainId, at, actorId, actorRole, action, outcome, facts: { ...facts }, payloadHash };
  const content = {
    ...said,
    subject: { kind: subject.kind, id: subject.id },
    seq: prev.seq + 1,
    prevHash: prev.hash,
  };
  return { ...content, hash: entryHash(content) };
}

function assertEntryForm(draft: EntryDraft): void {
  if (!isUuid(draft.chainId)) throw new TypeError('chainId is a lower-case uuid');
  if (!isFact(draft.subject.kind) || !isFact(draft.subject.id))
    throw new TypeError('a subject is a kind and an id');
  if (!ACTION.test(draft.action)) throw new TypeError(`"${draft.action}" is no event name`);
  if (!isInstant(draft.at)) throw new TypeError('at is a UTC instant with milliseconds');
  for (const [name, fact] of Object.entries(draft.facts)) {
    if (!isFact(fact)) throw new TypeError(`fact "${name}" is not an id, a code, a date or a finite number`);
  }
}

const isInstant = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

function isFact(fact: unknown): boolean {
  if (typeof fact === 'string') return CODE.test(fact);
  if (typeof fact === 'number') return Number.isFinite(fact);
  return fact === null || typeof fact === 'boolean';
}
