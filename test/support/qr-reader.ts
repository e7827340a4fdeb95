/** Centres of the alignment patterns, and the data codewords of each block at level M, by version (ISO/IEC 18004). */
const VERSIONS: Record<number, { centres: number[]; blocks: number[] }> = {
  5: { centres: [6, 30], blocks: [43, 43] },
  6: { centres: [6, 34], blocks: [27, 27, 27, 27] },
  7: { centres: [6, 22, 38], blocks: [31, 31, 31, 31] },
  8: { centres: [6, 24, 42], blocks: [38, 38, 39, 39] },
  9: { centres: [6, 26, 46], blocks: [36, 36, 36, 37, 37] },
};
type Modules = readonly (readonly boolean[])[];
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];
const FORMAT_MASK = 0b10101;

const near = (a: number, b: number) => Math.abs(a - b) <= 2;

/** Whether a module belongs to a pattern of the symbol and carries no data. */
function isPattern(row: number, column: number, size: number, centres: readonly number[]): boolean {
  const last = centres.at(-1) ?? 0;
  const isCorner = (a: number, b: number) =>
    (a === 6 && b === 6) || (a === 6 && b === last) || (a === last && b === 6);
  const finder =
    (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  const version = size >= 45 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11));
  const alignment = centres.some((a) =>
    centres.some((b) => !isCorner(a, b) && near(row, a) && near(column, b)),
  );
  return finder || version || alignment || row === 6 || column === 6;
}

/** The bits in the order of the standard: two columns at a time from the right, upwards and downwards in turn. */
function bitsOf(modules: Modules, centres: readonly number[]): boolean[] {
  const size = modules.length;
  const format = [0, 1, 2, 3, 4].reduce((sum, column) => sum * 2 + Number(modules[8]?.[column]), 0);
  const masked = MASKS[(format ^ FORMAT_MASK) & 7];
  const bits: boolean[] = [];
  for (let right = size - 1, upwards = true; right > 0; right -= 2, upwards = !upwards) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isPattern(row, column, size, centres))
          bits.push((modules[row]?.[column] === true) !== (masked?.(row, column) === true));
    }
  }
  return bits;
}

const numberOf = (bits: readonly boolean[]): number => bits.reduce((sum, bit) => sum * 2 + Number(bit), 0);

/** The data codewords one block after the other; in the symbol their first ones stand side by side, then their second. */
function inBlocks(codewords: readonly number[], blocks: readonly number[]): number[] {
  const read = blocks.map((): number[] => []);
  let at = 0;
  for (let place = 0; place < Math.max(...blocks); place += 1)
    blocks.forEach((length, block) => {
      if (place < length) read[block]?.push(codewords[at++] ?? 0);
    });
  return read.flat();
}

/**
 * The text of a QR code of level M in byte mode, read from its modules without a quiet zone as a telephone does that
 * meets no damage. @throws Error for a version that is not in the table
 */
export function textOfQr(modules: Modules): string {
  const version = VERSIONS[(modules.length - 17) / 4];
  if (version === undefined) throw new Error(`no version with ${modules.length} modules`);
  const bits = bitsOf(modules, version.centres);
  const codewords = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    numberOf(bits.slice(index * 8, index * 8 + 8)),
  );
  const data = inBlocks(codewords, version.blocks).flatMap((byte) =>
    Array.from({ length: 8 }, (_, bit) => ((byte >> (7 - bit)) & 1) === 1),
  );
  if (numberOf(data.slice(0, 4)) !== 0b0100) throw new Error('not in byte mode');
  const length = numberOf(data.slice(4, 12));
  const bytes = Array.from({ length }, (_, index) => numberOf(data.slice(12 + index * 8, 20 + index * 8)));
  return Buffer.from(bytes).toString('utf8');
}
