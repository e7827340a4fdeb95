import fc from 'fast-check';
import { drawn } from '../../../../test/support/seed.js';
import { GrowingRoot, MerkleTree, provesInclusion } from './merkle-tree.js';

/** The leaves and roots of the published Certificate Transparency test vectors. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const data = LEAVES.map((hex) => Buffer.from(hex, 'hex'));

test('a root that grows leaf by leaf is that of the whole tree, published or not, at every size', () => {
  const growing = new GrowingRoot();
  expect(growing.root).toBe(new MerkleTree([]).root);
  for (const [i, leaf] of data.entries()) {
    growing.add(leaf);
    expect([growing.size, growing.root]).toEqual([i + 1, ROOTS[i]]);
  }
  const leaves = [...data];
  while (leaves.length < 140) {
    leaves.push(Buffer.from(String(leaves.length)));
    growing.add(leaves.at(-1) ?? Buffer.of());
    expect(growing.root).toBe(new MerkleTree(leaves).root);
  }
});

describe('RFC 6962 tree', () => {
  it('has the published root for one to eight leaves, and SHA-256 of nothing for none', () => {
    expect(ROOTS.map((_, i) => new MerkleTree(data.slice(0, i + 1)).root)).toEqual(ROOTS);
    expect(new MerkleTree([]).root).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('gives the published paths', () => {
    expect(new MerkleTree(data).proof(5)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(new MerkleTree(data.slice(0, 3)).proof(2)).toEqual([ROOTS[1]]);
    expect(() => new MerkleTree(data).proof(8)).toThrow(RangeError);
  });

  it('proves every leaf of every size, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size, a, b) => {
        const leaves = Array.from({ length: size }, (_, i) => Buffer.of(i));
        const tree = new MerkleTree(leaves);
        const [index, other] = [a % size, b % size];
        const claim = { data: Buffer.of(index), index, size, path: tree.proof(index), root: tree.root };
        expect(provesInclusion(claim)).toBe(true);
        expect(provesInclusion({ ...claim, data: Buffer.of(other) })).toBe(other === index);
        expect(provesInclusion({ ...claim, path: [...claim.path, tree.root] })).toBe(false);
        expect(provesInclusion({ ...claim, index: size })).toBe(false);
        if (claim.path.length > 0)
          expect(provesInclusion({ ...claim, path: claim.path.slice(1) })).toBe(false);
      }),
      drawn(),
    );
  });

  it('does not take an inner node for a leaf', () => {
    const tree = new MerkleTree(data.slice(0, 2));
    const node = Buffer.concat([Buffer.of(0), data[0] ?? Buffer.alloc(0)]);
    expect(new MerkleTree([Buffer.concat([Buffer.of(1), node])]).root).not.toBe(tree.root);
  });
});
