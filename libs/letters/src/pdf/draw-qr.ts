import { type Block } from '../domain/letter-content.types.js';
import { type LetterCanvas } from './letter-canvas.js';
import { FIRST_LINE_INDENT, PAGE, PARAGRAPH_GAP, QR_SIDE, SIZES } from './page-geometry.js';

type Qr = Extract<Block, { kind: 'qr' }>;
const CAPTION_GAP = 4;

/** Draws a code as one figure for readers of the text, with what it is for beside it: no image, so it stays sharp. */
export function drawQr(canvas: LetterCanvas, { modules, alternative }: Qr): void {
  canvas.ensureRoom(QR_SIDE + PARAGRAPH_GAP);
  const [left, top] = [PAGE.margins.left + FIRST_LINE_INDENT, canvas.y];
  canvas.figure(alternative, (doc) => {
    for (const [x, y, width] of darkRuns(modules)) {
      const module = QR_SIDE / modules.length;
      doc.rect(left + x * module, top + y * module, width * module, module);
    }
    doc.fill('black');
  });
  const x = left + QR_SIDE + CAPTION_GAP;
  const style = { face: 'italic', size: SIZES.note, width: PAGE.width - PAGE.margins.right - x } as const;
  canvas.text('Caption', alternative, style, { x, y: top + QR_SIDE / 3 });
  canvas.moveTo(top + QR_SIDE + PARAGRAPH_GAP);
}

/** Dark modules side by side as one bar: column, row and length; seams between them would blur on paper. */
export function darkRuns(modules: readonly (readonly boolean[])[]): [x: number, y: number, width: number][] {
  return modules.flatMap((row, y) => {
    const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []));
    return starts.map((x): [number, number, number] => {
      const end = row.indexOf(false, x);
      return [x, y, (end < 0 ? row.length : end) - x];
    });
  });
}
