import { type LetterContent } from '../domain/letter-content.types.js';
import { type LetterCanvas, type TextStyle } from './letter-canvas.js';
import { PAGE, SIZES, TEXT_WIDTH } from './page-geometry.js';

const LEFT = { x: PAGE.margins.left - 8, width: TEXT_WIDTH * 0.44 };
const RIGHT = { x: PAGE.margins.left + TEXT_WIDTH * 0.44, width: TEXT_WIDTH * 0.56 + 6 };
const MIDDLE = { x: PAGE.margins.left, width: TEXT_WIDTH };
const TIGHT = 0.5;

/** The two columns at the top: issuer, number and V/v at the left; country, motto, place and date at the right. */
export function drawHeading(canvas: LetterCanvas, content: LetterContent): void {
  const top = PAGE.margins.top;
  const issuerEnd = drawIssuer(canvas, content, top);
  const mottoEnd = drawCountry(canvas, content, top);
  const second = Math.max(issuerEnd, mottoEnd) + 8;
  const numberEnd = drawNumber(canvas, content, second);
  centred(canvas, RIGHT, content.placeAndDate, { face: 'italic', size: SIZES.number }, second);
  canvas.moveTo(Math.max(numberEnd, canvas.y) + 14);
}

function drawIssuer(canvas: LetterCanvas, content: LetterContent, top: number): number {
  centred(canvas, LEFT, content.governingBody, { size: SIZES.issuer }, top);
  centred(canvas, LEFT, content.body, { face: 'bold', size: SIZES.issuer }, canvas.y);
  const middle = LEFT.x + LEFT.width / 2;
  canvas.line(middle - LEFT.width / 5, middle + LEFT.width / 5, canvas.y + 2);
  return canvas.y + 4;
}

function drawCountry(canvas: LetterCanvas, content: LetterContent, top: number): number {
  centred(canvas, RIGHT, content.country, { face: 'bold', size: SIZES.country }, top);
  const style = { face: 'bold', size: SIZES.motto } as const;
  centred(canvas, RIGHT, content.motto, style, canvas.y);
  const half = canvas.widthOf(content.motto, style) / 2;
  const middle = RIGHT.x + RIGHT.width / 2;
  canvas.line(middle - half, middle + half, canvas.y + 2);
  return canvas.y + 4;
}

function drawNumber(canvas: LetterCanvas, content: LetterContent, y: number): number {
  centred(canvas, LEFT, content.numberLine, { size: SIZES.number }, y);
  if (content.about !== null) centred(canvas, LEFT, content.about, { size: SIZES.about }, canvas.y + 3);
  return canvas.y;
}

function centred(
  canvas: LetterCanvas,
  column: typeof LEFT,
  text: string,
  style: { face?: 'bold' | 'italic'; size: number },
  y: number,
): void {
  const width = balancedWidth(canvas, text, { ...style, width: column.width, lineGap: TIGHT });
  canvas.text(
    'P',
    text,
    { ...style, width, align: 'center', lineGap: TIGHT },
    { x: column.x + (column.width - width) / 2, y },
  );
}

/** The narrowest width that needs no more lines: a last line of one word looks like an accident. */
function balancedWidth(canvas: LetterCanvas, text: string, style: TextStyle & { width: number }): number {
  const height = canvas.heightOf(text, style);
  let [narrow, wide] = [style.width / 2, style.width];
  if (canvas.widthOf(text, style) <= style.width) return style.width;
  while (wide - narrow > 2) {
    const middle = (narrow + wide) / 2;
    if (canvas.heightOf(text, { ...style, width: middle }) > height) narrow = middle;
    else wide = middle;
  }
  return wide;
}

/** Name of the type and its subject, centred, with a short line below. */
export function drawTitle(canvas: LetterCanvas, { heading }: LetterContent): void {
  if (!heading) return;
  canvas.moveTo(canvas.y + 6);
  canvas.text('H1', heading.title, { face: 'bold', size: SIZES.title, align: 'center' });
  if (heading.subject !== null) {
    centred(canvas, MIDDLE, heading.subject, { face: 'bold', size: SIZES.body }, canvas.y + 2);
    const middle = PAGE.margins.left + TEXT_WIDTH / 2;
    canvas.line(middle - TEXT_WIDTH / 8, middle + TEXT_WIDTH / 8, canvas.y + 3);
  }
  canvas.moveTo(canvas.y + 14);
}

/** `Kính gửi:` with one receiver beside it or several below each other. */
export function drawAddressees(canvas: LetterCanvas, { addresseesLabel, addressees }: LetterContent): void {
  if (addressees.length === 0) return;
  const style = { size: SIZES.body } as const;
  const x = PAGE.margins.left + 62;
  const listX = x + canvas.widthOf(`${addresseesLabel} `, style);
  const width = PAGE.margins.left + TEXT_WIDTH - listX;
  canvas.text('P', addresseesLabel, style, { x, y: canvas.y });
  canvas.moveTo(canvas.y - canvas.heightOf(addresseesLabel, style));
  const dash = addressees.length > 1 ? '- ' : '';
  addressees.forEach((name, index) => {
    const end = dash === '' ? '' : index === addressees.length - 1 ? '.' : ';';
    canvas.text('P', `${dash}${name}${end}`, { ...style, width }, { x: listX });
  });
  canvas.moveTo(canvas.y + 10);
}
