/**
 * Splits a text between words into the longest beginning that `fits` and the rest. When not even the first word fits,
 * it is taken all the same, so that drawing always goes on. Beginnings are tried from short to long: measuring a whole
 * long text for every page of it would take time that grows with the square of its length.
 */
export function splitText(text: string, fits: (piece: string) => boolean): { fits: string; rest: string } {
  const ends = [...text.matchAll(/[\s\u200b]+/gu)].map((gap) => gap.index);
  const all = [...ends, text.length];
  const fitting = fittingCount(all.length, (count) => fits(text.slice(0, all[count - 1])));
  const cut = all[Math.max(fitting, 1) - 1] ?? text.length;
  return { fits: text.slice(0, cut), rest: text.slice(cut).replace(/^[\s\u200b]+/u, '') };
}

/** The largest count up to `most` that fits, when more never fits better; asks for counts of that size only. */
function fittingCount(most: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (high <= most && fits(high)) [low, high] = [high, high * 2];
  high = Math.min(high - 1, most);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
