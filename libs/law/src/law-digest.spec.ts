import { lawDigest } from './law-digest.js';
import { type Pack } from './pack.types.js';

const pack = (id: string, digest: string) => ({ manifest: { id }, digest }) as Pack;

describe('the digest of the loaded law', () => {
  const one = lawDigest([pack('INV-2026', 'a'), pack('LT-2018', 'b')]);

  it('is one whatever the order of the packs', () => {
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(lawDigest([pack('LT-2018', 'b'), pack('INV-2026', 'a')])).toBe(one);
  });

  it('is another with other content, another name, or a pack less', () => {
    const others = [
      [pack('INV-2026', 'c'), pack('LT-2018', 'b')],
      [pack('INV-2027', 'a'), pack('LT-2018', 'b')],
      [pack('INV-2026', 'a')],
    ];
    expect(new Set([one, ...others.map(lawDigest)]).size).toBe(4);
  });
});
