import {
  appendTo,
  type AuditEntry,
  type AuditFacts,
  EMPTY_CHAIN,
  entryHash,
  saltedHash,
} from './audit-entry.js';
import { type StoredPayload, verifyChain } from './chain-verifier.js';

const chainId = '3f1f2a90-5a50-4a0f-9a5e-0d6f7c1b2a34';
const stored = (text: string): StoredPayload => ({ salt: Buffer.alloc(16, text.length), payload: { text } });

function chainOf(steps: { action: string; facts?: AuditFacts; payload?: StoredPayload }[]) {
  const entries: AuditEntry[] = [];
  const payloads = new Map<number, StoredPayload>();
  for (const { action, facts = {}, payload } of steps) {
    const payloadHash = payload ? saltedHash(payload.salt, payload.payload) : null;
    const draft = {
      chainId,
      at: '2026-07-01T00:00:00.000Z',
      actorId: 'a',
      actorRole: 'clerk',
      action,
      outcome: 'done' as const,
    };
    const entry = appendTo(entries.at(-1) ?? EMPTY_CHAIN, {
      ...draft,
      subject: { kind: 'dossier', id: chainId },
      facts,
      payloadHash,
    });
    entries.push(entry);
    if (payload) payloads.set(entry.seq, payload);
  }
  return { entries, payloads };
}
const five = () =>
  chainOf([
    { action: 'dossier.created' },
    { action: 'dossier.submitted', payload: stored('note') },
    { action: 'dossier.accepted', facts: { receivedOn: '2026-07-01' } },
    { action: 'dossier.screened' },
    { action: 'dossier.concluded', payload: stored('opinion') },
  ]);
const resealed = (entry: AuditEntry, change: Partial<AuditEntry>): AuditEntry => {
  const changed = { ...entry, ...change };
  return { ...changed, hash: entryHash(changed) };
};
const at = (entries: readonly AuditEntry[], seq: number): AuditEntry => {
  const entry = entries[seq - 1];
  if (!entry) throw new Error(`no entry ${seq}`);
  return entry;
};
const firstBad = (entries: AuditEntry[], payloads: Map<number, StoredPayload>) => {
  const verdict = verifyChain(entries, payloads);
  return verdict.ok ? null : { seq: verdict.firstBad.seq, reason: verdict.firstBad.reason };
};

describe('verifyChain', () => {
  it('accepts a sound chain in any order of the list, and an empty one', () => {
    const { entries, payloads } = five();
    expect(verifyChain(entries.toReversed(), payloads)).toEqual({ ok: true, erased: 0 });
    expect(verifyChain([], new Map())).toEqual({ ok: true, erased: 0 });
  });

  it.each<[string, (entries: AuditEntry[]) => AuditEntry[], { seq: number; reason: string }]>([
    [
      'a changed entry',
      (e) => e.with(2, { ...at(e, 3), facts: { receivedOn: '2026-06-01' } }),
      { seq: 3, reason: 'hash_mismatch' },
    ],
    [
      'a changed entry with a new hash',
      (e) => e.with(2, resealed(at(e, 3), { actorId: 'b' })),
      { seq: 4, reason: 'wrong_previous' },
    ],
    ['a dropped entry', (e) => e.toSpliced(2, 1), { seq: 3, reason: 'gap' }],
    ['a dropped first entry', (e) => e.slice(1), { seq: 1, reason: 'gap' }],
    [
      'two entries that changed places',
      (e) => e.with(2, { ...at(e, 4), seq: 3 }).with(3, { ...at(e, 3), seq: 4 }),
      { seq: 3, reason: 'hash_mismatch' },
    ],
    [
      'a second entry of the same number',
      (e) => [...e, resealed(at(e, 4), { action: 'dossier.returned' })],
      { seq: 4, reason: 'fork' },
    ],
    [
      'a second successor of the same entry',
      (e) => e.with(3, resealed(at(e, 4), { prevHash: at(e, 2).hash })),
      { seq: 4, reason: 'fork' },
    ],
    [
      'a link to nowhere',
      (e) => e.with(3, resealed(at(e, 4), { prevHash: 'a'.repeat(64) })),
      { seq: 4, reason: 'wrong_previous' },
    ],
    [
      'an entry of another chain',
      (e) => e.with(3, { ...at(e, 4), chainId: '4f1f2a90-5a50-4a0f-9a5e-0d6f7c1b2a34' }),
      { seq: 4, reason: 'wrong_chain' },
    ],
    [
      'half a surrogate pair',
      (e) => e.with(3, { ...at(e, 4), facts: { code: '\ud800' } }),
      { seq: 4, reason: 'malformed' },
    ],
  ])('names %s', (_what, tamper, expected) => {
    const { entries, payloads } = five();
    expect(firstBad(tamper(entries), payloads)).toEqual(expected);
  });

  it('names a changed payload, a changed salt, an unannounced and a vanished one', () => {
    const { entries, payloads } = five();
    const changed = (seq: number, payload: StoredPayload) => new Map(payloads).set(seq, payload);
    expect(firstBad(entries, changed(2, { ...stored('note'), payload: { text: 'other' } }))).toEqual({
      seq: 2,
      reason: 'payload_changed',
    });
    expect(firstBad(entries, changed(2, { ...stored('note'), salt: Buffer.alloc(0) }))).toEqual({
      seq: 2,
      reason: 'payload_changed',
    });
    expect(firstBad(entries, changed(3, stored('x')))).toEqual({ seq: 3, reason: 'payload_unannounced' });
    payloads.delete(2);
    expect(firstBad(entries, payloads)).toEqual({ seq: 2, reason: 'payload_missing_without_erasure_entry' });
  });
});

describe('erasure', () => {
  const erased = (facts: AuditFacts, place: 'after' | 'before' = 'after') => {
    const [note, erasure] = [
      { action: 'dossier.submitted', payload: stored('note') },
      { action: 'payload.erased', facts },
    ];
    return chainOf(place === 'after' ? [note, erasure] : [erasure, note]);
  };

  it('is lawful with a later entry that names the number and the basis', () => {
    const { entries } = erased({ seq: 1, basis: 'nd-13-2023.art-16' });
    expect(verifyChain(entries, new Map())).toEqual({ ok: true, erased: 1 });
  });

  it.each<[string, AuditFacts]>([
    ['without a basis', { seq: 1 }],
    ['with an empty basis', { seq: 1, basis: '' }],
    ['that names no entry', { basis: 'nd-13-2023.art-16' }],
  ])('is unlawful by an entry %s', (_what, facts) => {
    const verdict = verifyChain(erased(facts).entries, new Map());
    expect(verdict).toMatchObject({
      ok: false,
      firstBad: { seq: 1, reason: 'payload_missing_without_erasure_entry' },
    });
  });

  it('is unlawful by an entry that was there before', () => {
    expect(firstBad(erased({ seq: 2, basis: 'x' }, 'before').entries, new Map())).toEqual({
      seq: 1,
      reason: 'erased_payload_present',
    });
  });

  it('is unlawful by an entry that was itself tampered with', () => {
    const { entries } = erased({ seq: 7, basis: 'x' });
    const forged = entries.with(1, { ...at(entries, 2), facts: { seq: 1, basis: 'x' } });
    expect(firstBad(forged, new Map())).toEqual({ seq: 1, reason: 'payload_missing_without_erasure_entry' });
  });

  it('is named when the payload is back, as after an old backup', () => {
    const { entries, payloads } = erased({ seq: 1, basis: 'x' });
    expect(firstBad(entries, payloads)).toEqual({ seq: 2, reason: 'erased_payload_present' });
  });
});
