/** A glyph as pdfkit embeds it. */
export interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
}
/** Where a glyph stands beside the one before it, in units of the font; pdfkit scales it in its place. */
export interface Placement {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}
export interface Run {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Placement[];
  readonly advanceWidth: number;
}
/** What is used of an opened font here. */
export interface LayingFont {
  layout(text: string, features?: unknown): Run;
  getGlyph(id: number, codePoints: readonly number[]): Glyph;
}
type Word = Pick<Run, 'glyphs' | 'positions'>;

/** Vietnamese is written in some thousand syllables; numbers and names come and go. */
const KEPT = 2000;

/**
 * Words of one face as they were laid out before: shaping a word costs more than all that is done with it, and a letter
 * measures each of its words several times. `fresh` gives a font whose glyphs nobody has asked for yet, so that what is
 * kept does not depend on the letter that asked first.
 */
export class LaidOutWords {
  private readonly words = new Map<string, Word>();

  constructor(private readonly fresh: () => LayingFont) {}

  /** The word with glyphs of `font` and positions of its own, as `font` itself would lay it out. */
  layOut(text: string, font: LayingFont): Run {
    const { glyphs, positions } = this.wordOf(text);
    return new LaidOutRun(
      glyphs.map(({ id, codePoints }) => font.getGlyph(id, codePoints)),
      positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({ xAdvance, yAdvance, xOffset, yOffset })),
    );
  }

  private wordOf(text: string): Word {
    const known = this.words.get(text);
    if (known) return known;
    if (this.words.size >= KEPT) this.words.clear();
    const { glyphs, positions } = this.fresh().layout(text);
    const word = { glyphs: glyphs.map(({ id, codePoints }) => ({ id, codePoints })), positions };
    this.words.set(text, word);
    return word;
  }
}

class LaidOutRun implements Run {
  constructor(
    readonly glyphs: readonly Glyph[],
    readonly positions: readonly Placement[],
  ) {}

  /** As the positions stand when it is asked: pdfkit asks after it has scaled them. */
  get advanceWidth(): number {
    return this.positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
  }
}
