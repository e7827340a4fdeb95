import { unzipSync } from 'fflate';
import { type MergedCell, mergedCellOf, withMergedCells } from './merged-cells.js';
import { percentStyles, shownPercent } from './percent-cells.js';
import { type RawTable } from './raw-table.js';
import { readXml, WorkbookFault } from './workbook-xml.js';

/** More than that unpacks out of no honest machine list. */
const MOST_BYTES = 200_000_000;
const MOST_CELLS = 2_000_000;
const MOST_MERGED = 20_000;

type Parts = Record<string, Uint8Array>;

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const WANTED =
  /^xl\/(workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;

/** What is wanted of the package. In one go: its own way of not waiting starts workers that the security policy refuses. */
function unpacked(bytes: Uint8Array): Parts {
  let size = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!WANTED.test(name)) return false;
    size += originalSize;
    return size <= MOST_BYTES;
  };
  const parts = unzipSync(bytes, { filter });
  if (size > MOST_BYTES) throw new WorkbookFault('too_large');
  return parts;
}

function sharedTexts(part: Uint8Array | undefined): string[] {
  const texts: string[] = [];
  let [current, inText, aside] = ['', false, false];
  readXml(part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') aside = true;
      inText = name === 't';
    },
    text: (text) => {
      if (inText && !aside) current += text;
    },
    close: (name) => {
      if (name === 'si') texts.push(current);
      if (name === 'rPh') aside = false;
      inText = false;
    },
  });
  return texts;
}

const columnOf = (place: string): number =>
  [...(/^[A-Z]{1,3}/.exec(place)?.[0] ?? '')].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1;

/** What cells refer to by number. */
interface Referred {
  shared: readonly string[];
  /** Styles that show their number as percent. */
  percents: readonly boolean[];
}

/** A stored value as it stands on the screen. */
function shownText(stored: string, { type, style }: { type: string; style: number }, of: Referred): string {
  if (type === 's') return of.shared[Number(stored)] ?? '';
  return type === 'n' && of.percents[style] === true ? shownPercent(stored) : stored;
}

/** The cells of a sheet as texts, in their rows and columns. */
function sheetRows(part: Uint8Array | undefined, referred: Referred): string[][] {
  const rows: string[][] = [];
  const merged: MergedCell[] = [];
  let row: string[] = [];
  let [at, column, type, style, text, inValue, cells] = [0, 0, '', 0, '', false, 0];
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'row') {
        at = Number(attributes['r'] ?? at + 1);
        row = [];
      }
      if (name === 'c') {
        column = attributes['r'] === undefined ? row.length : columnOf(attributes['r']);
        [type, style, text] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
      }
      inValue = name === 'v' || name === 't';
      const range = name === 'mergeCell' ? mergedCellOf(attributes['ref'] ?? '', columnOf) : null;
      if (range !== null && merged.length < MOST_MERGED) merged.push(range);
    },
    text: (found) => {
      if (inValue) text += found;
    },
    close: (name) => {
      inValue = false;
      if (name === 'c' && text !== '') {
        cells += 1;
        if (cells > MOST_CELLS || column > 500) throw new WorkbookFault('too_large');
        while (row.length < column) row.push('');
        row[column] = shownText(text, { type, style }, referred);
      }
      // Rows that a program left out stay in the count.
      if (name === 'row' && row.length > 0 && at - rows.length < 100_000) {
        while (rows.length < at - 1) rows.push([]);
        rows[at - 1] = row;
      }
    },
  });
  return withMergedCells(rows, merged);
}

/** The visible sheets of a workbook that hold something, as texts. @throws WorkbookFault, or what the package throws when it is damaged */
export function readWorkbook(bytes: Uint8Array): RawTable[] {
  if (OLD_EXCEL.every((byte, index) => bytes[index] === byte)) throw new WorkbookFault('old_excel');
  const parts = unpacked(bytes);
  const sheets: { name: string; target: string }[] = [];
  const targets = new Map<string, string>();
  readXml(parts['xl/_rels/workbook.xml.rels'], {
    open: (name, attributes) => {
      if (name === 'Relationship')
        targets.set(attributes['Id'] ?? '', (attributes['Target'] ?? '').replace(/^\/?(xl\/)?/, 'xl/'));
    },
  });
  readXml(parts['xl/workbook.xml'], {
    open: (name, attributes) => {
      if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible')
        sheets.push({ name: attributes['name'] ?? '', target: targets.get(attributes['r:id'] ?? '') ?? '' });
    },
  });
  if (sheets.length === 0) throw new WorkbookFault('damaged');
  const shared = sharedTexts(parts['xl/sharedStrings.xml']);
  const referred = { shared, percents: percentStyles(parts['xl/styles.xml']) };
  return sheets
    .map(({ name, target }) => ({ name, rows: sheetRows(parts[target], referred) }))
    .filter(({ rows }) => rows.length > 0);
}
