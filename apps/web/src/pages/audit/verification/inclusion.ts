import { bytesOf, digest, hexOf } from './digest.js';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export interface InclusionClaim {
  /** Lower-case hex of what the leaf holds: the hash of an entry. */
  data: string;
  /** 0-based position of the leaf, and the number of leaves. */
  index: number;
  size: number;
  /** Lower-case hex, from the leaf upwards. */
  path: readonly string[];
  root: string;
}

/** Whether a leaf stands at its position in the tree with this root (RFC 9162, 2.1.3.2). */
export async function provesInclusion({ data, index, size, path, root }: InclusionClaim): Promise<boolean> {
  if (index >= size) return false;
  let [position, last] = [index, size - 1];
  let hash = await digest(LEAF, bytesOf(data));
  for (const step of path) {
    if (last === 0) return false;
    const isRight = position % 2 === 1 || position === last;
    const sibling = bytesOf(step);
    hash = isRight ? await digest(NODE, sibling, hash) : await digest(NODE, hash, sibling);
    while (isRight && position % 2 === 0 && position !== 0) [position, last] = halved(position, last);
    [position, last] = halved(position, last);
  }
  return last === 0 && hexOf(hash) === root;
}
const halved = (position: number, last: number): [number, number] => [
  Math.floor(position / 2),
  Math.floor(last / 2),
];
