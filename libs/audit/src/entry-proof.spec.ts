import { type AuditEntry, appendTo, EMPTY_CHAIN, saltedHash } from './domain/audit-entry.js';
import { provenLines } from './entry-proof.js';
import { PlainLines } from './plain-lines.js';

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
  entry.action,
  entry.actorId,
  entry.actorRole,
  entry.at,
  entry.chainId,
  JSON.stringify(entry.facts),
  entry.outcome,
  entry.payloadHash,
  entry.prevHash,
  String(entry.seq),
  entry.subject.id,
  entry.subject.kind,
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
    ['seq', 9, '2'],
    ['instant', 3, '2026-07-01T02:03:04.006Z'],
    ['person', 1, 'another'],
    ['role', 2, 'head'],
    ['action', 0, 'dossier.forgotten'],
    ['kind', 11, 'letter'],
    ['subject', 10, 'another'],
    ['outcome', 6, 'refused'],
    ['facts', 5, '{"number": "13/QĐ-UBND", "share": 12.5, "missing": null}'],
    ['hash of the payload', 7, '0'.repeat(64)],
    ['hash before', 8, '1'.repeat(64)],
    ['hash', 12, '1'.repeat(64)],
    ['salt', 13, '00'.repeat(16)],
    ['payload', 14, '{"note": "x"}'],
    ['facts that are no JSON', 5, '{'],
    ['payload that is no JSON', 14, 'x'],
    ['salt that is gone', 13, null],
    ['payload that nobody announced', 7, null],
  ])('is odd with another %s', (_what, at, value) => {
    expect(changed(at, value)).toEqual(ODD);
  });

  it('is proven whatever the order and the spaces of its JSON', () => {
    expect(changed(5, '{"share": 12.50, "missing": null, "number": "12/QĐ-UBND"}')).toEqual(SOUND);
    expect(changed(14, JSON.stringify({ n: 1.5, note: PAYLOAD.note }))).toEqual(SOUND);
  });
});

/** As PostgreSQL prints a jsonb: shorter names first, a space after each sign. */
const printed = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const byLength = (one: string, other: string) => one.length - other.length || (one < other ? -1 : 1);
  const fields = value as Record<string, unknown>;
  const names = Object.keys(fields).sort(byLength);
  return `{${names.map((name) => `${JSON.stringify(name)}: ${printed(fields[name])}`).join(', ')}}`;
};
const facts = { to: 'approved', from: 'drafted', at: 7, blocking: false, replaces: null };
const payload = { reason: 'dòng "một"\nvà \\ hai', people: [{ title: 'ông', name: 'A' }, []], none: {} };
const plainEntry = (): AuditEntry => {
  const { hash: _hash, prevHash: _prev, seq: _seq, ...draft } = entryOf(CHAIN, saltedHash(SALT, payload));
  return appendTo(EMPTY_CHAIN, { ...draft, facts });
};
const plainLine = (...changes: [at: number, value: string][]): Buffer => {
  const fields = fieldsOf(plainEntry());
  fields[5] = printed(facts);
  fields[14] = printed(payload);
  for (const [at, value] of changes) fields[at] = value;
  return Buffer.from(lineOf(fields), 'utf8');
};

describe('a line as PostgreSQL prints it', () => {
  it('is proven from its bytes alone', () => {
    expect(new PlainLines(plainLine()).proves(0)).toBe(true);
    const bare = fieldsOf(entryOf(CHAIN, null)).map((old, n) => (n === 5 ? '{"share": 12.5}' : old));
    expect(new PlainLines(Buffer.from(lineOf(bare))).proves(0)).toBe(false);
  });

  it.each(Array.from({ length: 15 }, (_, n) => n))('is not when one byte of field %d is another', (field) => {
    const sound = plainLine();
    let begin = 0;
    for (let n = 0; n < field; n += 1) begin = sound.indexOf(9, begin) + 1;
    const end = field === 14 ? sound.length - 1 : sound.indexOf(9, begin);
    for (let at = begin; at < end; at += 1) {
      // A space that is another sign is no JSON, and a digit of a hash is never the one that stood there.
      const line = Buffer.from(sound);
      line[at] = (line[at] as number) ^ 1;
      expect(new PlainLines(line).proves(0)).toBe(false);
      expect(provenLines(line)).toMatchObject({ entries: 1, odd: [expect.any(String)] });
    }
  });

  it('is not when its payload lacks its salt, or nobody announced one', () => {
    const without = lineOf(fieldsOf(entryOf(CHAIN, null)).map((old, n) => (n === 13 ? '00' : old)));
    expect(proof(without)).toEqual(ODD);
    expect(new PlainLines(plainLine([13, ''])).proves(0)).toBe(false);
    expect(new PlainLines(plainLine([14, ''])).proves(0)).toBe(false);
  });
});

test.each([7, 8, 12, 14])('field %d that goes on after what was hashed is odd', (field) => {
  const longer = `${plainLine().toString('utf8').trimEnd().split('\t')[field] ?? ''}0`;
  expect(provenLines(plainLine([field, longer]))).toEqual(ODD);
});

describe('a piece of the log', () => {
  it('counts every line and names each odd chain once', () => {
    const other = 'd0a80101-0000-4000-8000-000000000002';
    const sound = lineOf(fieldsOf(entryOf()));
    const odd = lineOf(fieldsOf(entryOf(other)).map((old, n) => (n === 1 ? 'x' : old)));
    expect(proof(sound + odd + sound + odd)).toEqual({ entries: 4, odd: [other] });
    expect(proof('')).toEqual({ entries: 0, odd: [] });
  });

  it('may lie anywhere in its memory', () => {
    const bytes = Buffer.from(`before${lineOf(fieldsOf(entryOf()))}`, 'utf8');
    expect(provenLines(new Uint8Array(bytes.buffer, bytes.byteOffset + 6, bytes.length - 6))).toEqual(SOUND);
  });
});
