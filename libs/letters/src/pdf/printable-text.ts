import { Refusal } from '#kernel';
import { type LetterContent } from '../domain/letter-content.types.js';
import { FONT_FACES, openedFont } from './letter-fonts.js';

/** Stands on the paper for a character that the font cannot print: seen by whoever signs, and never mistaken for a word. */
export const REPLACEMENT = '[?]';
const NEWLINE = 0x0a;

/**
 * The words of a letter as the font can print them, and how many characters had to be replaced by `[?]`. A foreign name
 * must not keep a letter from leaving after everything else of the dossier is frozen.
 * @throws Refusal `letter_text_unprintable` for a control character, which no keyboard writes into a name
 */
export function printableContent(content: LetterContent): { content: LetterContent; unprintable: number } {
  let unprintable = 0;
  const printed = mapTexts(content, (text) => {
    const parts = [...text].map(printableCharacter);
    unprintable += parts.filter((part) => part === REPLACEMENT).length;
    return parts.join('');
  });
  return { content: printed as LetterContent, unprintable };
}

/** How many characters of a letter the font cannot print. @throws Refusal as `printableContent` */
export const unprintableIn = (content: LetterContent): number => printableContent(content).unprintable;

function printableCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === NEWLINE) return character;
  if (/\p{Cc}/u.test(character))
    throw new Refusal('letter_text_unprintable', { character: `U+${code.toString(16).padStart(4, '0')}` });
  // A selector only asks for another look of the character before it.
  if (/\p{Variation_Selector}/u.test(character)) return '';
  return FONT_FACES.every((face) => openedFont(face).hasGlyphForCodePoint(code)) ? character : REPLACEMENT;
}

/** The same value with every text in it changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapTexts(part, change)]));
}
