import { createHash } from 'node:crypto';
import {
  appendTo,
  EMPTY_CHAIN,
  entryHash,
  type EntryDraft,
  GENESIS_HASH,
  saltedHash,
} from './audit-entry.js';

const draft: EntryDraft = {
  chainId: '3f1f2a90-5a50-4a0f-9a5e-0d6f7c1b2a34',
  at: '2026-07-01T02:03:04.005Z',
  actorId: 'c0a80101-0000-4000-8000-000000000001',
  actorRole: 'clerk',
  action: 'dossier.accepted',
  subject: { kind: 'dossier', id: '3f1f2a90-5a50-4a0f-9a5e-0d6f7c1b2a34' },
  outcome: 'done',
  facts: { receivedOn: '2026-06-26', letterNumber: '12/QĐ-UBND', days: 7, onPaper: true, channel: null },
  payloadHash: null,
};
const sha = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

describe('entry', () => {
  it('hashes to what anybody gets from its sorted JSON', () => {
    const text =
      '{"action":"dossier.accepted","actorId":"c0a80101-0000-4000-8000-000000000001","actorRole":"clerk",' +
      '"at":"2026-07-01T02:03:04.005Z","chainId":"3f1f2a90-5a50-4a0f-9a5e-0d6f7c1b2a34",' +
      '"facts":{"channel":null,"days":7,"letterNumber":"12/QĐ-UBND","onPaper":true,"receivedOn":"2026-06-26"},' +
      `"outcome":"done","payloadHash":null,"prevHash":"${GENESIS_HASH}","seq":1,` +
      '"subject":{"id":"3f1f2a90-5a50-4a0f-9a5e-0d6f7c1b2a34","kind":"dossier"}}';
    expect(appendTo(EMPTY_CHAIN, draft)).toMatchObject({ seq: 1, prevHash: GENESIS_HASH, hash: sha(text) });
  });

  it('names the entry before it', () => {
    const first = appendTo(EMPTY_CHAIN, draft);
    const second = appendTo(first, draft);
    expect(second).toMatchObject({ seq: 2, prevHash: first.hash });
    expect(entryHash(second)).toBe(second.hash);
    expect(second.hash).not.toBe(first.hash);
  });

  it.each([
    ['free text', { facts: { reason: 'Thiếu bản vẽ' } }, 'fact "reason"'],
    ['an e-mail address', { facts: { by: 'an@example.vn' } }, 'fact "by"'],
    ['what is no number', { facts: { pct: Number.NaN } }, 'fact "pct"'],
    ['a command instead of an event', { action: 'Submit' }, '"Submit" is no event name'],
    ['a time without milliseconds', { at: '2026-07-01T02:03:04Z' }, 'milliseconds'],
    ['a day that does not exist', { at: '2026-02-30T02:03:04.005Z' }, 'milliseconds'],
    ['a chain in capitals', { chainId: draft.chainId.toUpperCase() }, 'lower-case uuid'],
    ['a name as subject', { subject: { kind: 'user', id: 'Nguyễn Văn An' } }, 'a kind and an id'],
  ] as const)('holds no %s', (_what, change, message) => {
    expect(() => appendTo(EMPTY_CHAIN, { ...draft, ...change })).toThrow(message);
  });
});

describe('payload hash', () => {
  const salt = Buffer.alloc(16, 7);

  it('is SHA-256 of the salt followed by the sorted JSON', () => {
    expect(saltedHash(salt, { b: 'đ', a: [1.5, null] })).toBe(sha(salt, '{"a":[1.5,null],"b":"đ"}'));
  });

  it('differs with the salt, and wants one of 16 bytes', () => {
    expect(saltedHash(Buffer.alloc(16, 8), {})).not.toBe(saltedHash(salt, {}));
    expect(() => saltedHash(Buffer.alloc(15), {})).toThrow(RangeError);
  });
});
