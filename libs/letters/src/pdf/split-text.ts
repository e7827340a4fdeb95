/**
 * Splits a text between words into the longest beginning that `fits` and the rest. When not even the first word fits,
 * it is taken all the same, so that drawing always goes on.
 */
export function splitText(text: string, fits: (piece: string) => boolean): { fits: string; rest: string } {
  if (fits(text)) return { fits: text, rest: '' };
  const ends = [...text.matchAll(/\s+/gu)].map((gap) => gap.index);
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, ends[middle - 1]))) low = middle;
    else high = middle - 1;
  }
  const cut = ends[Math.max(low, 1) - 1] ?? text.length;
  return { fits: text.slice(0, cut), rest: text.slice(cut).trimStart() };
}
