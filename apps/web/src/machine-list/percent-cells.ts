import { readXml } from './workbook-xml.js';

/** Number formats built into every workbook that show a share of a hundred (ECMA-376 part 1, 18.8.30): `0%`, `0.00%`. */
const BUILT_IN = new Set([9, 10]);
const ROUNDED = 1e6;

/** Whether a number format shows a hundred times its number: it has a `%` outside of quoted text, escapes and brackets. */
export function showsPercent(format: string): boolean {
  const [positive = ''] = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  return positive.includes('%');
}

/** By number of cell style: whether its numbers are shown as percent. */
export function percentStyles(part: Uint8Array | undefined): boolean[] {
  const styles: boolean[] = [];
  const custom = new Map<number, boolean>();
  let inCellStyles = false;
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        custom.set(Number(attributes['numFmtId']), showsPercent(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCellStyles = true;
      if (name !== 'xf' || !inCellStyles) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(custom.get(id) ?? BUILT_IN.has(id));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** A number of such a cell as it stands on the screen: `0.85` is `85 %`. What is no number stays as it is. */
export function shownPercent(stored: string): string {
  const number = Number(stored);
  return stored.trim() === '' || !Number.isFinite(number)
    ? stored
    : `${Math.round(number * 100 * ROUNDED) / ROUNDED} %`;
}
