import { generateKeyPairSync, sign } from 'node:crypto';
import {
  type CheckpointBody,
  checkpointFaults,
  checkpointHash,
  keyIdOf,
  keyRing,
  type SignedCheckpoint,
  signedBytes,
} from './checkpoint.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const keys = keyRing([pem]);
const at = '2026-07-01T00:00:00.000Z';

function signed(
  number: number,
  previous: SignedCheckpoint | null,
  change: Partial<CheckpointBody> = {},
): SignedCheckpoint {
  const { signature: _signature, ...before } = previous ?? { signature: '' };
  const previousCheckpointHash = previous ? checkpointHash(before as CheckpointBody) : '0'.repeat(64);
  const totalSize = (previous?.totalSize ?? 0) + 2;
  const fixed = { number, size: 2, totalSize, root: 'a'.repeat(64), firstAt: at, lastAt: at, at };
  const body = { ...fixed, previousCheckpointHash, keyId: keyIdOf(pem), ...change };
  return { ...body, signature: sign(null, signedBytes(body), privateKey).toString('base64') };
}
const first = signed(1, null);
const second = signed(2, first);
const third = signed(3, second);
const faults = (...run: SignedCheckpoint[]) =>
  checkpointFaults(run, keys).map(({ checkpoint, reason }) => [checkpoint, reason]);

describe('checkpointFaults', () => {
  it('accepts a run, one that begins later, and none', () => {
    expect(faults(first, second, third)).toEqual([]);
    expect(faults(second, third)).toEqual([]);
    expect(faults()).toEqual([]);
  });

  it.each<[string, SignedCheckpoint[], (number | string)[]]>([
    ['a changed body', [first, { ...second, root: 'b'.repeat(64) }], [2, 'signature_invalid']],
    [
      'a signature of another one',
      [first, { ...second, signature: first.signature }],
      [2, 'signature_invalid'],
    ],
    ['a signature that is no signature', [{ ...first, signature: '' }], [1, 'signature_invalid']],
    ['a missing one', [first, third], [3, 'checkpoint_gap']],
    ['a doubled one', [first, first], [1, 'checkpoint_gap']],
    [
      'a first one with a past',
      [signed(1, null, { previousCheckpointHash: 'c'.repeat(64) })],
      [1, 'checkpoint_link_broken'],
    ],
    [
      'a second line from the same key',
      [first, signed(2, signed(1, null, { root: 'd'.repeat(64) }))],
      [2, 'checkpoint_link_broken'],
    ],
    [
      'a sum that does not add up',
      [first, signed(2, first, { totalSize: 5 })],
      [2, 'checkpoint_size_mismatch'],
    ],
    ['an unknown key', [signed(1, null, { keyId: 'e'.repeat(64) })], [1, 'unknown_key']],
  ])('names %s', (_what, run, expected) => {
    expect(faults(...run)).toEqual([expected]);
  });
});
