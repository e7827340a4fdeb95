import { digestOf } from '#kernel';
import { type Pack } from './pack.types.js';

/** Names the law that a process has loaded: equal where packs and all their content are, in whatever order they were read. */
export const lawDigest = (packs: readonly Pack[]): string =>
  digestOf(packs.map(({ manifest, digest }) => `${manifest.id} ${digest}`).sort());
