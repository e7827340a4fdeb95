import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';
import { digest, hexOf, utf8 } from './digest.js';
import { provesInclusion } from './inclusion.js';
import { verifyEvidence } from './verify-evidence.js';

const hex = async (text: string) => hexOf(await digest(utf8(text)));

describe('verification in the browser', () => {
  test('canonical JSON sorts keys by UTF-16 units and writes numbers as ECMAScript does (RFC 8785)', () => {
    const value = { '€': 1, '\r': 2, b: [true, null, 1e21, -0, 0.000001], a: { z: 'ộ"\u0007', y: {} } };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"a":{"y":{},"z":"ộ\\"\\u0007"},"b":[true,null,1e+21,0,0.000001],"€":1}',
    );
    expect(() => canonicalJson('\ud800')).toThrow(TypeError);
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
  });

  test('SHA-256 gives the value of the standard for "abc"', async () => {
    expect(await hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('a leaf is proven at its own place of a tree of three and nowhere else', async () => {
    const data = await Promise.all(['a', 'b', 'c'].map(hex));
    const leaves = await Promise.all(data.map((one) => digest(Uint8Array.of(0), Buffer.from(one, 'hex'))));
    const [a, b, c] = leaves as [Uint8Array, Uint8Array, Uint8Array];
    const left = await digest(Uint8Array.of(1), a, b);
    const root = hexOf(await digest(Uint8Array.of(1), left, c));
    const prove = (index: number, path: string[], size = 3) =>
      provesInclusion({ data: data[2] ?? '', index, size, path, root });
    expect(await prove(2, [hexOf(left)])).toBe(true);
    expect(await prove(1, [hexOf(left)])).toBe(false);
    expect(await prove(2, [])).toBe(false);
    expect(await prove(3, [hexOf(left)])).toBe(false);
    expect(await prove(2, [hexOf(left), hexOf(left)])).toBe(false);
  });

  test.each([
    [[], '/'],
    [{ format: 'other' }, '/format'],
    [{ format: 'techgate-evidence-1', chainId: 'x', entries: [{ seq: -1 }] }, '/entries/0/chainId'],
    [
      { format: 'techgate-evidence-1', chainId: 'x', entries: [{ constructor: 1 }] },
      '/entries/0/constructor',
    ],
  ])('what has not the form of an export is named by its place: %j', async (file, place) => {
    expect((await verifyEvidence(file, [])).faults).toEqual([
      { seq: null, checkpoint: null, reason: 'file_malformed', detail: place },
    ]);
  });
});
