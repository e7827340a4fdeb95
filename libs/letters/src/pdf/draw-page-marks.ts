import { type LetterContent } from '../domain/letter-content.types.js';
import { type LetterCanvas } from './letter-canvas.js';
import { PAGE, SIZES, TEXT_WIDTH } from './page-geometry.js';

const MARK_Y = 20;
const NUMBER_Y = 34;

/** Page numbers from the second page on, and on every page the marks of a demonstration and of a draft. */
export function drawPageMarks(canvas: LetterCanvas, content: LetterContent): void {
  const marks = [content.marking, content.draftMark].filter((mark) => mark !== null);
  const { count } = canvas.doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    canvas.doc.switchToPage(index);
    for (const mark of marks) drawWatermark(canvas, mark, marks.indexOf(mark));
    if (marks.length > 0)
      drawLine(canvas, marks.join(' – '), MARK_Y, { face: 'bold', size: SIZES.mark, color: '#a11212' });
    if (index > 0)
      drawLine(canvas, String(index + 1), NUMBER_Y, { face: 'regular', size: SIZES.body, color: 'black' });
  }
}

function drawLine(
  canvas: LetterCanvas,
  text: string,
  y: number,
  style: { face: 'bold' | 'regular'; size: number; color: string },
): void {
  canvas.decorate((doc) => {
    doc.font(style.face).fontSize(style.size).fillColor(style.color);
    doc.text(text, PAGE.margins.left, y, { width: TEXT_WIDTH, align: 'center', lineBreak: false });
  });
}

/** Pale and across the page, one below the other when there are two. */
function drawWatermark(canvas: LetterCanvas, text: string, order: number): void {
  canvas.decorate((doc) => {
    doc.font('bold').fontSize(40);
    const size = Math.min(72, (40 * 760) / doc.widthOfString(text));
    const [x, y] = [PAGE.width / 2, PAGE.height / 2 + order * 110];
    doc
      .fontSize(size)
      .fillColor('#a11212', 0.07)
      .rotate(-50, { origin: [x, y] });
    doc.text(text, x - doc.widthOfString(text) / 2, y - size / 2, { lineBreak: false });
  });
}
