import { type Block, type LetterContent } from '../domain/letter-content.types.js';
import { drawTable, tableStartHeight } from './draw-table.js';
import { closingHeight } from './draw-closing.js';
import { drawQr } from './draw-qr.js';
import { type LetterCanvas, type TextStyle } from './letter-canvas.js';
import { FIRST_LINE_INDENT, PARAGRAPH_GAP, QR_SIDE, SIZES } from './page-geometry.js';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;
/** A heading never stands alone at the foot of a page: two lines, or the start of a table, go with it. */
const HEADING = 28;
const TWO_LINES = 40;
const LINES_TOGETHER = 34;

/** All blocks in order; the last paragraph goes with the signature when that has to move to the next page. */
export function drawBody(canvas: LetterCanvas, content: LetterContent): void {
  content.blocks.forEach((block, index) => {
    if (index === content.blocks.length - 1) keepWithSignature(canvas, block, content);
    if (block.kind === 'heading') keepWithNext(canvas, content.blocks[index + 1]);
    drawBlock(canvas, block);
  });
}

function keepWithSignature(canvas: LetterCanvas, block: Block, content: LetterContent): void {
  const height = heightWithSignature(canvas, block);
  if (height !== null) canvas.ensureRoom(height + PARAGRAPH_GAP + closingHeight(canvas, content));
}

/** The height of what may stand above the signature on its page; null for what may be longer than a page. */
function heightWithSignature(canvas: LetterCanvas, block: Block): number | null {
  switch (block.kind) {
    case 'paragraph':
      return canvas.heightOf(block.text, paragraphStyle(block));
    case 'field':
      return TWO_LINES;
    case 'qr':
      return QR_SIDE;
    default:
      return null;
  }
}

function keepWithNext(canvas: LetterCanvas, next: Block | undefined): void {
  canvas.ensureRoom(HEADING + (next?.kind === 'table' ? tableStartHeight(canvas, next) : TWO_LINES));
}

function drawBlock(canvas: LetterCanvas, block: Block): void {
  switch (block.kind) {
    case 'table':
      return drawTable(canvas, block);
    case 'heading':
      return drawSectionHeading(canvas, block.text);
    case 'field':
      return drawField(canvas, block.label, block.value);
    case 'paragraph':
      return drawParagraph(canvas, block);
    case 'qr':
      return drawQr(canvas, block);
  }
}

const paragraphStyle = ({ style = 'normal' }: Paragraph): TextStyle => ({
  face: style === 'bold' ? 'bold' : style === 'italic' ? 'italic' : 'regular',
  size: SIZES.body,
  align: 'justify',
  indent: FIRST_LINE_INDENT,
});

function drawParagraph(canvas: LetterCanvas, block: Paragraph): void {
  const style = paragraphStyle(block);
  canvas.ensureRoom(Math.min(canvas.heightOf(block.text, style), LINES_TOGETHER));
  canvas.text('P', block.text, style);
  canvas.moveTo(canvas.y + PARAGRAPH_GAP);
}

function drawSectionHeading(canvas: LetterCanvas, text: string): void {
  canvas.moveTo(canvas.y + 2);
  canvas.text('H2', text, { face: 'bold', size: SIZES.body, indent: FIRST_LINE_INDENT });
  canvas.moveTo(canvas.y + PARAGRAPH_GAP);
}

function drawField(canvas: LetterCanvas, label: string, value: string): void {
  const text = `${label}: ${value}`;
  const style: TextStyle = { size: SIZES.body, align: 'justify', indent: FIRST_LINE_INDENT };
  canvas.ensureRoom(Math.min(canvas.heightOf(text, style), LINES_TOGETHER));
  canvas.text('P', text, style);
  canvas.moveTo(canvas.y + PARAGRAPH_GAP / 2);
}
