import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { LaidOutWords, type LayingFont } from './laid-out-words.js';

const require = createRequire(import.meta.url);
const tinos = (folder: string): string =>
  require.resolve(`@expo-google-fonts/tinos/${folder}/Tinos_${folder}.ttf`);

/** Tinos: free, of the same measures as Times New Roman, with every Vietnamese letter precomposed. */
const FONT_FILES = {
  regular: tinos('400Regular'),
  italic: tinos('400Regular_Italic'),
  bold: tinos('700Bold'),
  boldItalic: tinos('700Bold_Italic'),
} as const;
export type FontFace = keyof typeof FONT_FILES;
export const FONT_FACES = Object.keys(FONT_FILES) as FontFace[];

/** What we use of a font that pdfkit has opened; it takes such a font wherever it takes a file. */
export interface OpenedFont extends LayingFont {
  hasGlyphForCodePoint(code: number): boolean;
}
/** pdfkit keeps the opened font to itself. */
interface FontHolder {
  _font: { font: OpenedFont };
}

const opened = new Map<FontFace, OpenedFont>();

/** A face, read and taken apart once in the life of the process: that costs more than the letter itself. */
export function openedFont(face: FontFace): OpenedFont {
  const known = opened.get(face);
  if (known) return known;
  const doc = new PDFDocument({ font: FONT_FILES[face] });
  const { font } = (doc as unknown as FontHolder)._font;
  opened.set(face, font);
  return font;
}

const laidOut = new Map<FontFace, LaidOutWords>();

function wordsOf(face: FontFace): LaidOutWords {
  const known = laidOut.get(face);
  if (known) return known;
  const words = new LaidOutWords(() => withOwnGlyphs(face));
  laidOut.set(face, words);
  return words;
}

/**
 * A face that shares the tables of the file, but not the glyphs: a glyph remembers the first character that asked for
 * it, so that glyphs shared between letters would let one letter change the bytes of the next.
 */
function withOwnGlyphs(face: FontFace): OpenedFont {
  const shared = openedFont(face);
  shared.hasGlyphForCodePoint(0x20);
  return Object.create(shared, { _glyphs: { value: {} } }) as OpenedFont;
}

/** A face for one document, which lays out words as any letter before it did. */
export function fontForDocument(face: FontFace): PDFKit.Mixins.PDFFontSource {
  const own = withOwnGlyphs(face);
  const shaped = own.layout.bind(own);
  const words = wordsOf(face);
  own.layout = (text, features) => (features ? shaped(text, features) : words.layOut(text, own));
  return own as unknown as PDFKit.Mixins.PDFFontSource;
}
