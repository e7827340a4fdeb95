import { strToU8, zipSync } from 'fflate';

/** A cell of a workbook for tests; null leaves it out. */
export type CellDraft =
  | string
  | number
  | boolean
  | null
  | { serial: number }
  | { formula: string; cached?: string | number }
  | { error: string }
  | { rich: readonly string[] }
  | { isoDay: string }
  | { shared: number };
export interface SheetDraft {
  name: string;
  rows: readonly (readonly CellDraft[])[];
  merges?: readonly string[];
  hidden?: boolean;
  hiddenRows?: readonly number[];
}
export interface WorkbookOptions {
  since1904?: boolean;
  /** Further parts, or others in place of ours. */
  parts?: Readonly<Record<string, string | Uint8Array>>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const escapedXml = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** A real XLSX file: shared and inline strings, one style that shows days, formulas, merges, hidden sheets and rows. */
export function xlsxFile(
  sheets: readonly SheetDraft[],
  { since1904 = false, parts = {} }: WorkbookOptions = {},
): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets, since1904),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): [string, string, string] => [
        `rId${index + 1}`,
        'worksheet',
        `worksheets/sheet${index + 1}.xml`,
      ]),
      ['rIdStyles', 'styles', 'styles.xml'],
      ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': sharedStrings([]),
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)]),
    ),
    ...parts,
  };
  return zipOf(files);
}

/** Packs parts as they are. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        [typeof content === 'string' ? strToU8(content) : content, { mtime: new Date(2026, 0, 5) }],
      ]),
    ),
  );

const contentTypes = (sheets: number) =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>${Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${KIND}.worksheet+xml"/>`,
  ).join('')}</Types>`;

const relations = (list: readonly [string, string, string][]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbook = (sheets: readonly SheetDraft[], since1904: boolean) =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${sheets
    .map(
      ({ name, hidden }, index) =>
        `<sheet name="${escapedXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
    )
    .join('')}</sheets></workbook>`;

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;

/** The part of shared strings: one text, or the runs of a rich one. */
export const sharedStrings = (texts: readonly (string | readonly string[])[]): string =>
  `${XML}<sst xmlns="${MAIN}">${texts.map((text) => `<si>${runs(text)}</si>`).join('')}</sst>`;

const runs = (text: string | readonly string[]): string =>
  typeof text === 'string'
    ? `<t xml:space="preserve">${escapedXml(text)}</t>`
    : text.map((run) => `<r><rPr><b/></rPr><t xml:space="preserve">${escapedXml(run)}</t></r>`).join('');

const worksheet = ({ rows, merges = [], hiddenRows = [] }: SheetDraft) =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map((cells, index) => {
      const number = index + 1;
      const content = cells.map((cell, column) => cellXml(cell, `${letters(column)}${number}`)).join('');
      return `<row r="${number}"${hiddenRows.includes(number) ? ' hidden="1"' : ''}>${content}</row>`;
    })
    .join('')}</sheetData>${
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : ''
  }</worksheet>`;

function cellXml(cell: CellDraft, place: string): string {
  if (cell === null) return '';
  const open = `<c r="${place}"`;
  if (typeof cell === 'string') return `${open} t="inlineStr"><is>${runs(cell)}</is></c>`;
  if (typeof cell === 'number') return `${open}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `${open} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('serial' in cell) return `${open} s="1"><v>${cell.serial}</v></c>`;
  if ('error' in cell) return `${open} t="e"><v>${cell.error}</v></c>`;
  if ('rich' in cell) return `${open} t="inlineStr"><is>${runs(cell.rich)}</is></c>`;
  if ('isoDay' in cell) return `${open} t="d"><v>${cell.isoDay}</v></c>`;
  if ('shared' in cell) return `${open} t="s"><v>${cell.shared}</v></c>`;
  return formulaXml(open, cell);
}

function formulaXml(
  open: string,
  { formula, cached }: { formula: string; cached?: string | number },
): string {
  const type = typeof cached === 'string' ? ' t="str"' : '';
  const value = cached === undefined ? '' : `<v>${escapedXml(String(cached))}</v>`;
  return `${open}${type}><f>${escapedXml(formula)}</f>${value}</c>`;
}
