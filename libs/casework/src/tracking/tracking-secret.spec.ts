import { describe, expect, test } from '@jest/globals';
import { fitsDigest, trackingDigest, trackingSecret } from './tracking-secret.js';

const KEY = 'a key that only the API holds';
const [ONE, OTHER] = ['00000001-0000-4000-8000-000000000001', '00000001-0000-4000-8000-000000000002'];

describe('a tracking secret', () => {
  test('has 120 bits in signs that nobody takes for others, in groups of four', () => {
    for (let version = 1; version <= 200; version += 1)
      expect(trackingSecret(KEY, ONE, version)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  });
  test('is the same again, and another one for another dossier, version or key', () => {
    const all = [
      trackingSecret(KEY, ONE, 1),
      trackingSecret(KEY, ONE, 2),
      trackingSecret(KEY, OTHER, 1),
      trackingSecret(`${KEY}!`, ONE, 1),
    ];
    expect(trackingSecret(KEY, ONE, 1)).toBe(all[0]);
    expect(new Set(all).size).toBe(4);
  });
  test('may be typed in small letters, with spaces and any dash, with O for 0 and l for 1', () => {
    const digest = trackingDigest(ONE, '01AB-CDEF-GH12-3456-789Z');
    for (const typed of ['O1ab cdef gh12 3456 789z', 'olAB–CDEF—GHI2 3456789Z', '01ABCDEFGH123456789Z'])
      expect(fitsDigest(ONE, typed, digest)).toBe(true);
  });
  test('opens neither another dossier nor with another sign', () => {
    const secret = trackingSecret(KEY, ONE, 1);
    const digest = trackingDigest(ONE, secret);
    expect(fitsDigest(OTHER, secret, digest)).toBe(false);
    expect(fitsDigest(ONE, `${secret}0`, digest)).toBe(false);
    expect(fitsDigest(ONE, '', digest)).toBe(false);
  });
});
