import { type Block, type TableColumn } from '../domain/letter-content.types.js';
import { type LetterCanvas, type StructureElement, type TextStyle } from './letter-canvas.js';
import { PAGE, SIZES, TEXT_BOTTOM, TEXT_WIDTH } from './page-geometry.js';
import { splitText } from './split-text.js';

type Table = Extract<Block, { kind: 'table' }>;
interface Cell {
  x: number;
  width: number;
  style: TextStyle;
}
const PADDING = { x: 4, y: 3 };
/** A row is only torn when it could not stand on a page of its own, and then never for less than this. */
const WORTH_TEARING = 60;
/** A heading and a line above a table must fit on its page too. */
const ABOVE_TABLE = 60;

/** A table whose header is repeated on every page and whose rows stay whole as long as they fit on one. */
export function drawTable(canvas: LetterCanvas, table: Table): void {
  const drawing = new TableDrawing(canvas, table);
  for (const row of table.rows) drawing.row(row);
  drawing.end();
  canvas.moveTo(canvas.y + 8);
}

/** Room that the header of a table and the beginning of its first row need. */
export const tableStartHeight = (canvas: LetterCanvas, table: Table): number =>
  new TableDrawing(canvas, table).startHeight();

class TableDrawing {
  private element: StructureElement | undefined;
  private readonly cells: Cell[];
  private readonly headCells: Cell[];

  constructor(
    private readonly canvas: LetterCanvas,
    private readonly table: Table,
  ) {
    this.cells = cellsOf(table.columns);
    this.headCells = this.cells.map((cell) => ({
      ...cell,
      style: { ...cell.style, face: 'bold', align: 'center' },
    }));
  }

  row(texts: string[]): void {
    const height = this.heightOf(texts, this.cells);
    const head = this.headHeight();
    const whole = TEXT_BOTTOM - PAGE.margins.top - head;
    if (!this.element) this.begin(height);
    else if (height > this.canvas.room() && height <= whole) this.nextPage();
    if (height <= this.canvas.room()) this.paint('TD', texts, this.cells, height);
    else this.torn(texts);
  }

  end(): void {
    this.element?.end();
  }

  startHeight(firstRow = this.heightOf(this.table.rows[0] ?? [], this.cells)): number {
    const whole = TEXT_BOTTOM - PAGE.margins.top - this.headHeight();
    return this.headHeight() + (firstRow <= whole - ABOVE_TABLE ? firstRow : WORTH_TEARING);
  }

  private begin(firstRow: number): void {
    this.canvas.ensureRoom(this.startHeight(firstRow));
    this.element = this.canvas.group('Table', undefined, { title: this.table.caption });
    this.head();
  }

  private torn(texts: string[]): void {
    if (this.canvas.room() < WORTH_TEARING) this.nextPage();
    const room = this.canvas.room();
    const parts = texts.map((text, index) => {
      const { style } = this.cells[index] as Cell;
      return splitText(text, (piece) => this.canvas.heightOf(piece, style) + 2 * PADDING.y <= room);
    });
    this.paint(
      'TD',
      parts.map((part) => part.fits),
      this.cells,
      this.heightOf(
        parts.map((part) => part.fits),
        this.cells,
      ),
    );
    this.nextPage();
    this.row(parts.map((part) => part.rest));
  }

  private nextPage(): void {
    this.canvas.newPage();
    this.head();
  }

  private head(): void {
    this.paint('TH', this.titles(), this.headCells, this.headHeight());
  }

  private titles = (): string[] => this.table.columns.map((column) => column.title);
  private headHeight = (): number => this.heightOf(this.titles(), this.headCells);

  private heightOf(texts: string[], cells: Cell[]): number {
    const heights = texts.map((text, index) =>
      this.canvas.heightOf(text === '' ? ' ' : text, (cells[index] as Cell).style),
    );
    return Math.max(...heights) + 2 * PADDING.y;
  }

  private paint(tag: 'TH' | 'TD', texts: string[], cells: Cell[], height: number): void {
    const top = this.canvas.y;
    this.boxes(cells, top, height, tag === 'TH');
    const row = this.canvas.group('TR', this.element);
    texts.forEach((text, index) => {
      const { x, style } = cells[index] as Cell;
      this.canvas.text(tag, text, style, { x: x + PADDING.x, y: top + PADDING.y }, row);
    });
    row.end();
    this.canvas.moveTo(top + height);
  }

  private boxes(cells: Cell[], top: number, height: number, shaded: boolean): void {
    this.canvas.decorate((doc) => {
      for (const { x, width } of cells) {
        doc.lineWidth(0.6).rect(x, top, width, height);
        if (shaded) doc.fillAndStroke('#eef0f2', 'black');
        else doc.strokeColor('black').stroke();
      }
    });
  }
}

function cellsOf(columns: TableColumn[]): Cell[] {
  const sum = columns.reduce((total, column) => total + column.share, 0);
  let x: number = PAGE.margins.left;
  return columns.map(({ share, align }) => {
    const width = (TEXT_WIDTH * share) / sum;
    const cell = {
      x,
      width,
      style: { size: SIZES.table, align, width: width - 2 * PADDING.x, lineGap: 0.5 },
    };
    x += width;
    return cell;
  });
}
