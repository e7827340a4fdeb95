import { type XlsxPackage } from './package.js';

/** Number formats built into every workbook that show a day (ECMA-376 part 1, 18.8.30); 18-21 and 45-47 show a time only. */
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Whether a number format shows a day: it has a year or a day outside of quoted text, escapes and brackets. */
export function showsDay(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

/** By number of cell style: whether it shows its number as a day. */
export async function readDayStyles(xlsx: XlsxPackage, part: string | null): Promise<boolean[]> {
  const styles: boolean[] = [];
  if (part === null) return styles;
  const custom = new Map<number, boolean>();
  let inCellStyles = false;
  await xlsx.read(part, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        custom.set(Number(attributes['numFmtId']), showsDay(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(custom.get(id) ?? BUILT_IN_DAYS.has(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}
