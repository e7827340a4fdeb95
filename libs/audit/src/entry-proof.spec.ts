import { type AuditEntry, appendTo, EMPTY_CHAIN, saltedHash } from './domain/audit-entry.js';
import { provenLines } from './entry-proof.js';

const SALT = Buffer.alloc(16, 7);
const PAYLOAD = { note: 'hai dòng\nvà một dấu \\ và \t tab', n: 1.5 };
const CHAIN = 'd0a80101-0000-4000-8000-000000000001';
const entryOf = (chainId = CHAIN, payloadHash: string | null = saltedHash(SALT, PAYLOAD)): AuditEntry =>
  appendTo(EMPTY_CHAIN, {
    chainId,
    at: '2026-07-01T02:03:04.005Z',
    actorId: 'somebody',
    actorRole: 'clerk',
    action: 'dossier.noted',
    subject: { kind: 'dossier', id: chainId },
    outcome: 'done',
    facts: { number: '12/QĐ-UBND', share: 12.5, missing: null },
    payloadHash,
  });

/** As COPY writes it. */
const field = (value: string | null): string =>
  value === null
    ? '\\N'
    : value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
const fieldsOf = (entry: AuditEntry): (string | null)[] => [
  entry.chainId,
  String(entry.seq),
  entry.at,
  entry.actorId,
  entry.actorRole,
  entry.action,
  entry.subject.kind,
  entry.subject.id,
  entry.outcome,
  JSON.stringify(entry.facts),
  entry.payloadHash,
  entry.prevHash,
  entry.hash,
  entry.payloadHash === null ? null : SALT.toString('hex'),
  entry.payloadHash === null ? null : JSON.stringify(PAYLOAD),
];
const lineOf = (fields: readonly (string | null)[]) => `${fields.map(field).join('\t')}\n`;
const proof = (text: string) => provenLines(Buffer.from(text, 'utf8'));
const changed = (at: number, value: string | null) =>
  proof(lineOf(fieldsOf(entryOf()).map((old, n) => (n === at ? value : old))));
const SOUND = { entries: 1, odd: [] };
const ODD = { entries: 1, odd: [CHAIN] };

describe('a line of the log', () => {
  it('is proven with its payload, and without one', () => {
    expect(proof(lineOf(fieldsOf(entryOf())))).toEqual(SOUND);
    expect(proof(lineOf(fieldsOf(entryOf(CHAIN, null))))).toEqual(SOUND);
  });

  it.each([
    ['seq', 1, '2'],
    ['instant', 2, '2026-07-01T02:03:04.006Z'],
    ['person', 3, 'another'],
    ['role', 4, 'head'],
    ['action', 5, 'dossier.forgotten'],
    ['kind', 6, 'letter'],
    ['subject', 7, 'another'],
    ['outcome', 8, 'refused'],
    ['facts', 9, '{"number": "13/QĐ-UBND", "share": 12.5, "missing": null}'],
    ['hash of the payload', 10, '0'.repeat(64)],
    ['hash before', 11, '1'.repeat(64)],
    ['hash', 12, '1'.repeat(64)],
    ['salt', 13, '00'.repeat(16)],
    ['payload', 14, '{"note": "x"}'],
    ['facts that are no JSON', 9, '{'],
    ['payload that is no JSON', 14, 'x'],
    ['salt that is gone', 13, null],
    ['payload that nobody announced', 10, null],
  ])('is odd with another %s', (_what, at, value) => {
    expect(changed(at, value)).toEqual(ODD);
  });

  it('is proven whatever the order and the spaces of its JSON', () => {
    expect(changed(9, '{"share": 12.50, "missing": null, "number": "12/QĐ-UBND"}')).toEqual(SOUND);
    expect(changed(14, JSON.stringify({ n: 1.5, note: PAYLOAD.note }))).toEqual(SOUND);
  });
});

describe('a piece of the log', () => {
  it('counts every line and names each odd chain once', () => {
    const other = 'd0a80101-0000-4000-8000-000000000002';
    const sound = lineOf(fieldsOf(entryOf()));
    const odd = lineOf(fieldsOf(entryOf(other)).map((old, n) => (n === 3 ? 'x' : old)));
    expect(proof(sound + odd + sound + odd)).toEqual({ entries: 4, odd: [other] });
    expect(proof('')).toEqual({ entries: 0, odd: [] });
  });

  it('may lie anywhere in its memory', () => {
    const bytes = Buffer.from(`before${lineOf(fieldsOf(entryOf()))}`, 'utf8');
    expect(provenLines(new Uint8Array(bytes.buffer, bytes.byteOffset + 6, bytes.length - 6))).toEqual(SOUND);
  });
});
