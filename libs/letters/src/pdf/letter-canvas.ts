import PDFDocument from 'pdfkit';
import { civilDate, instantAt } from '#kernel';
import { type LetterContent } from '../domain/letter-content.types.js';
import { withoutBreaks } from './break-words.js';
import { FONT_FACES, type FontFace, fontForDocument } from './letter-fonts.js';
import { LINE_GAP, PAGE, TEXT_BOTTOM, TEXT_WIDTH } from './page-geometry.js';

export interface TextStyle {
  face?: FontFace;
  size: number;
  width?: number;
  align?: 'left' | 'center' | 'right' | 'justify';
  indent?: number;
  lineGap?: number;
}
export type StructureElement = ReturnType<PDFKit.PDFDocument['struct']>;

/** A tagged A4 document with a text cursor; every text it writes belongs to an element of the structure. */
export class LetterCanvas {
  readonly doc: PDFKit.PDFDocument;
  private readonly root: StructureElement;
  private readonly bytes: Promise<Uint8Array>;
  private readonly heights = new Map<string, number>();

  constructor(content: LetterContent) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { ...PAGE.margins },
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: content.lang,
      displayTitle: true,
      // None: pdfkit would open a font that is given here and registered below anew for every text.
      font: '',
      info: fileInfo(content),
    });
    for (const face of FONT_FACES) this.doc.registerFont(face, fontForDocument(face));
    this.bytes = collected(this.doc);
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get y(): number {
    return this.doc.y;
  }

  moveTo(y: number): void {
    this.doc.x = PAGE.margins.left;
    this.doc.y = y;
  }

  room(): number {
    return TEXT_BOTTOM - this.doc.y;
  }

  newPage(): void {
    this.doc.addPage();
    this.moveTo(PAGE.margins.top);
  }

  /** Starts a new page when less than `height` is left. */
  ensureRoom(height: number): void {
    if (this.room() < height) this.newPage();
  }

  /** Measured once for a text and style: a row is asked for its height before and after every decision about it. */
  heightOf(text: string, style: TextStyle): number {
    const key = `${JSON.stringify(style)} ${text}`;
    const known = this.heights.get(key);
    if (known !== undefined) return known;
    this.doc.font(style.face ?? 'regular').fontSize(style.size);
    const height = this.doc.heightOfString(text, optionsOf(style));
    this.heights.set(key, height);
    return height;
  }

  widthOf(text: string, style: TextStyle): number {
    return this.doc
      .font(style.face ?? 'regular')
      .fontSize(style.size)
      .widthOfString(text);
  }

  /** Adds an element that groups others, such as a table. */
  group(
    tag: string,
    parent: StructureElement = this.root,
    options: { title?: string } = {},
  ): StructureElement {
    const element = this.doc.struct(tag, options);
    parent.add(element);
    return element;
  }

  /** Writes a text at a place; the cursor ends below it. */
  text(
    tag: string,
    text: string,
    style: TextStyle,
    place: { x?: number; y?: number } = {},
    parent = this.root,
  ): void {
    const x = place.x ?? PAGE.margins.left;
    const y = place.y ?? this.doc.y;
    this.doc
      .font(style.face ?? 'regular')
      .fontSize(style.size)
      .fillColor('black');
    const write = () => this.doc.text(text, x, y, optionsOf(style));
    // Justified words are placed one by one; the spaces between them exist for a screen reader only if they are said.
    parent.add(this.doc.struct(tag, style.align === 'justify' ? { actual: withoutBreaks(text) } : {}, write));
  }

  /** Draws a picture that a reader of the text knows by its alternative. */
  figure(alternative: string, draw: (doc: PDFKit.PDFDocument) => void): void {
    const drawn = () => {
      this.doc.save();
      draw(this.doc);
      this.doc.restore();
    };
    this.root.add(this.doc.struct('Figure', { alt: alternative }, drawn));
  }

  /** Draws what a reader of the text need not know: lines, fills, page marks. */
  decorate(draw: (doc: PDFKit.PDFDocument) => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc.save();
    draw(this.doc);
    this.doc.restore();
    this.doc.endMarkedContent();
  }

  line(x1: number, x2: number, y: number, width = 0.7): void {
    this.decorate((doc) => doc.moveTo(x1, y).lineTo(x2, y).lineWidth(width).strokeColor('black').stroke());
  }

  finish(): Promise<Uint8Array> {
    this.root.end();
    this.doc.end();
    return this.bytes;
  }
}

const optionsOf = ({ width = TEXT_WIDTH, align = 'left', indent = 0, lineGap = LINE_GAP }: TextStyle) => ({
  width,
  align,
  indent,
  lineGap,
});

/** Everything in the file that is time comes from the letter, so that the same letter is the same bytes. */
function fileInfo({ documentTitle, body, datedOn }: LetterContent) {
  const dated = datedOn === null ? new Date(0) : instantAt(civilDate(datedOn));
  return {
    Title: documentTitle,
    Author: body,
    Creator: 'TechGate',
    Producer: 'TechGate',
    CreationDate: dated,
    ModDate: dated,
  };
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}
