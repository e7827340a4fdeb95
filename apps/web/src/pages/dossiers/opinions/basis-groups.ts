interface Founded {
  basis: string;
  verification: string;
}

/** Things one after the other that stand on the same article, so that it is said once for all of them. */
export function basisGroups<Thing extends Founded>(things: readonly Thing[]): Thing[][] {
  const groups: Thing[][] = [];
  for (const thing of things) {
    const group = groups.at(-1);
    const isSame = group?.[0]?.basis === thing.basis && group[0].verification === thing.verification;
    if (group !== undefined && isSame) group.push(thing);
    else groups.push([thing]);
  }
  return groups;
}
