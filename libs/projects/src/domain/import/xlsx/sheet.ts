import { Refusal } from '#kernel';
import { IMPORT_LIMITS } from '../table/limits.js';
import { type MergedRange, type TableCell, type TableRow } from '../table/table.types.js';
import { type CellDraft, cellOf, type CellMeanings } from './cell.js';
import { type XlsxPackage } from './package.js';
import { type Attributes } from './xml-part.js';

export interface SheetContent {
  rows: TableRow[];
  merges: MergedRange[];
}

/**
 * The rows of a sheet that have something in them, and its merged ranges.
 * @throws Refusal `file_damaged`, `import_too_many_rows`, `import_too_many_columns`, `import_too_many_cells`,
 * `import_too_many_merges`
 */
export async function readSheet(
  xlsx: XlsxPackage,
  part: string,
  meanings: CellMeanings,
): Promise<SheetContent> {
  const reading = new SheetReading(meanings);
  await xlsx.read(part, {
    open: (name, attributes) => {
      reading.open(name, attributes);
    },
    text: (text) => {
      reading.text(text);
    },
    close: (name) => {
      reading.close(name);
    },
  });
  return { rows: reading.rows, merges: reading.merges };
}

interface RowDraft {
  number: number;
  hidden: boolean;
  cells: Map<number, TableCell>;
}

/** Where the parser stands in a sheet, and what it met so far. */
class SheetReading {
  readonly rows: TableRow[] = [];
  readonly merges: MergedRange[] = [];
  private row: RowDraft = { number: 0, hidden: false, cells: new Map() };
  private column = -1;
  private cell: CellDraft | null = null;
  private into: 'value' | 'inline' | null = null;
  private inPhonetic = false;

  constructor(private readonly meanings: CellMeanings) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.beginRow(attributes);
    else if (name === 'c') this.beginCell(attributes);
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
    else if (this.cell) this.inside(this.cell, name);
  }

  text(text: string): void {
    if (!this.cell || this.into === null || this.inPhonetic) return;
    // One character more than allowed is enough to know.
    if (this.cell.text.length <= IMPORT_LIMITS.cellCharacters) this.cell.text += text;
  }

  close(name: string): void {
    if (name === 'row') this.endRow();
    else if (name === 'c') this.endCell();
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'v' || name === 't') this.into = null;
  }

  private inside(cell: CellDraft, name: string): void {
    if (name === 'f') cell.formula = true;
    if (name === 'rPh') this.inPhonetic = true;
    if (name === 'v') this.into = 'value';
    if (name === 't') this.into = 'inline';
    if (name === 'v' || name === 't') cell.hasValue = true;
  }

  private beginRow(attributes: Attributes): void {
    const number = Number(attributes['r'] ?? this.row.number + 1);
    if (!Number.isInteger(number) || number <= this.row.number) throw new Refusal('file_damaged');
    this.row = { number, hidden: attributes['hidden'] === '1', cells: new Map() };
    this.column = -1;
  }

  private beginCell(attributes: Attributes): void {
    const place = attributes['r'];
    this.column = place === undefined ? this.column + 1 : columnOf(place);
    this.cell = {
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      formula: false,
      hasValue: false,
      text: '',
    };
  }

  private endCell(): void {
    const cell = this.cell && cellOf(this.cell, this.meanings);
    this.cell = null;
    if (!cell) return;
    if (this.column >= IMPORT_LIMITS.columns)
      throw new Refusal('import_too_many_columns', { row: this.row.number, max: IMPORT_LIMITS.columns });
    this.meanings.budget.spend();
    this.row.cells.set(this.column, cell);
  }

  private endRow(): void {
    if (this.row.cells.size === 0) return;
    this.rows.push({ ...this.row, width: null });
    if (this.rows.length > IMPORT_LIMITS.rows)
      throw new Refusal('import_too_many_rows', { max: IMPORT_LIMITS.rows });
  }

  private merge(reference: string): void {
    const range = rangeOf(reference);
    if (!range) throw new Refusal('file_damaged');
    this.merges.push(range);
    if (this.merges.length > IMPORT_LIMITS.merges)
      throw new Refusal('import_too_many_merges', { max: IMPORT_LIMITS.merges });
  }
}

/** Column from 0 of `B7`. @throws Refusal `file_damaged` */
function columnOf(place: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(place)?.[1];
  if (letters === undefined) throw new Refusal('file_damaged');
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rangeOf(reference: string): MergedRange | null {
  const ends = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!ends) return null;
  const [, fromLetters = '', fromRow, toLetters = '', toRow] = ends;
  return {
    fromRow: Number(fromRow),
    toRow: Number(toRow),
    fromColumn: columnOf(`${fromLetters}1`),
    toColumn: columnOf(`${toLetters}1`),
  };
}
