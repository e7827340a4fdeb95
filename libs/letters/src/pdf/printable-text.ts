import { Refusal } from '#kernel';
import { type LetterContent } from '../domain/letter-content.types.js';
import { type LetterCanvas } from './letter-canvas.js';

/** pdfkit keeps the opened font to itself; there is no public question whether a glyph exists. */
interface OpenedFont {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
}

/**
 * Refuses a text that the font cannot print, which would leave as empty boxes over a signature.
 * @throws Refusal `letter_text_unprintable` with the character and the text around it.
 */
export function assertPrintable(canvas: LetterCanvas, content: LetterContent): void {
  for (const text of textsOf(content)) {
    const missing = firstWithoutGlyph(canvas, text);
    if (missing !== null)
      throw new Refusal('letter_text_unprintable', { character: missing, text: text.slice(0, 120) });
  }
}

/** The first character of a text that the letter font has no glyph for, or null. */
export function firstWithoutGlyph(canvas: LetterCanvas, text: string): string | null {
  const { font } = (canvas.doc.font('regular') as unknown as OpenedFont)._font;
  for (const character of text) {
    if (character !== '\n' && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
  }
  return null;
}

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsOf(part);
}
