/**
 * How many rows each list gets on a page that has place for so many: all of them where they fit; else each list gives
 * way to the shorter ones, so that a long list never takes the page from the others.
 */
export function rowsOnThePage(lengths: readonly number[], place: number): number[] {
  const given = lengths.map(() => 0);
  let left = place;
  let wanting = lengths.map((_, index) => index).filter((index) => (lengths[index] ?? 0) > 0);
  while (left > 0 && wanting.length > 0) {
    for (const index of wanting.slice(0, left)) given[index] = (given[index] ?? 0) + 1;
    left -= Math.min(left, wanting.length);
    wanting = wanting.filter((index) => (given[index] ?? 0) < (lengths[index] ?? 0));
  }
  return given;
}
