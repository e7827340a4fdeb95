import { type CivilDate } from '#kernel';
import { type FromPack } from '../law-set.types.js';
import { type Pack, type Validity } from '../pack.types.js';

/** Whether a validity covers a day; both ends are inclusive. */
export const inForce = ({ validFrom, validTo }: Validity, on: CivilDate): boolean =>
  validFrom <= on && (validTo === null || on <= validTo);

export const isInForce = (pack: Pack, on: CivilDate): boolean => inForce(pack.manifest, on);
export const ofKind = (packs: readonly Pack[], kind: Pack['manifest']['kind']): Pack[] =>
  packs.filter(({ manifest }) => manifest.kind === kind);

/** Newest first by the day on which a pack begins, then by id, so that every choice is the same on every machine. */
export const newestFirst = (packs: readonly Pack[]): Pack[] =>
  [...packs].sort((a, b) => {
    const [first, second] = [
      `${a.manifest.validFrom} ${a.manifest.id}`,
      `${b.manifest.validFrom} ${b.manifest.id}`,
    ];
    return first < second ? 1 : -1;
  });

/** The items of packs with the pack they come from, in the order of the packs. */
export const gathered = <T extends object>(
  packs: readonly Pack[],
  items: (pack: Pack) => readonly T[],
): FromPack<T>[] =>
  packs.flatMap((pack) => items(pack).map((item) => ({ ...item, packId: pack.manifest.id })));

/** Keeps, for each key, the items of the first pack that has the key. */
export function firstPackPerKey<T extends { packId: string }>(
  items: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const owner = new Map<string, string>();
  for (const item of items) if (!owner.has(keyOf(item))) owner.set(keyOf(item), item.packId);
  return items.filter((item) => owner.get(keyOf(item)) === item.packId);
}

/** A copy sorted by a text key. */
export const sortedBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] =>
  [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
