import { type LetterContent } from '../domain/letter-content.types.js';
import { type LetterCanvas, type TextStyle } from './letter-canvas.js';
import { PAGE, SIGNATURE_ROOM, SIZES, TEXT_WIDTH } from './page-geometry.js';

const RECIPIENTS: { x: number; width: number } = { x: PAGE.margins.left, width: TEXT_WIDTH * 0.44 };
const SIGNATURE = { x: PAGE.margins.left + TEXT_WIDTH * 0.46, width: TEXT_WIDTH * 0.54 };
const BEFORE = 12;
const NOTE: TextStyle = { size: SIZES.note, width: RECIPIENTS.width, lineGap: 0.5 };
const POSITION: TextStyle = {
  face: 'bold',
  size: SIZES.body,
  width: SIGNATURE.width,
  align: 'center',
  lineGap: 0.5,
};

/** Height of signature block and list of recipients, which stand side by side and are never torn. */
export function closingHeight(canvas: LetterCanvas, content: LetterContent): number {
  const { signature } = content;
  const lines = signature.lines.reduce((sum, line) => sum + canvas.heightOf(line, POSITION), 0);
  const signed = lines + SIGNATURE_ROOM + canvas.heightOf(signature.name ?? ' ', POSITION);
  const notes = content.recipients.reduce((sum, line) => sum + canvas.heightOf(`- ${line}`, NOTE), 0);
  return BEFORE + Math.max(signed, notes + 2 * SIZES.label);
}

/** Signature block at the right, `Nơi nhận` at the left. */
export function drawClosing(canvas: LetterCanvas, content: LetterContent): void {
  canvas.ensureRoom(closingHeight(canvas, content));
  const top = canvas.y + BEFORE;
  drawSignature(canvas, content, top);
  const signed = canvas.y;
  drawRecipients(canvas, content, top);
  canvas.moveTo(Math.max(signed, canvas.y));
}

function drawSignature(canvas: LetterCanvas, { signature }: LetterContent, top: number): void {
  canvas.moveTo(top);
  for (const line of signature.lines) canvas.text('P', line, POSITION, { x: SIGNATURE.x });
  canvas.moveTo(canvas.y + SIGNATURE_ROOM);
  if (signature.name !== null) canvas.text('P', signature.name, POSITION, { x: SIGNATURE.x });
}

function drawRecipients(canvas: LetterCanvas, content: LetterContent, top: number): void {
  canvas.text(
    'P',
    content.recipientsLabel,
    { face: 'boldItalic', size: SIZES.label, width: RECIPIENTS.width },
    { x: RECIPIENTS.x, y: top },
  );
  for (const line of content.recipients) canvas.text('P', `- ${line}`, NOTE, { x: RECIPIENTS.x });
}
