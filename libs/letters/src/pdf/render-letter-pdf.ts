import { type LetterContent } from '../domain/letter-content.types.js';
import { withBreaks } from './break-words.js';
import { drawBody } from './draw-body.js';
import { drawClosing } from './draw-closing.js';
import { drawAddressees, drawHeading, drawTitle } from './draw-heading.js';
import { drawPageMarks } from './draw-page-marks.js';
import { LetterCanvas } from './letter-canvas.js';
import { mapTexts, printableContent } from './printable-text.js';

/**
 * Lays a letter out as a tagged PDF in the form of NĐ 30/2020. Equal content gives equal bytes. A character that the
 * font lacks is printed as `[?]`.
 * @throws Refusal `letter_text_unprintable` for a control character
 */
export async function renderLetterPdf(given: LetterContent): Promise<Uint8Array> {
  const canvas = new LetterCanvas(given);
  const content = mapTexts(printableContent(given).content, withBreaks) as LetterContent;
  drawHeading(canvas, content);
  drawTitle(canvas, content);
  drawAddressees(canvas, content);
  drawBody(canvas, content);
  drawClosing(canvas, content);
  drawPageMarks(canvas, content);
  return canvas.finish();
}
