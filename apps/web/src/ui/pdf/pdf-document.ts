import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  Util,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { linesOf, type PlacedText } from './pdf-lines.js';
import { PdfFault, type PdfLine } from './pdf.types.js';

// A file of our own origin: the content security policy admits no other.
GlobalWorkerOptions.workerSrc = workerAddress;

const MOST_PIXELS = 12_000_000;
const SHARPEST = 2;
const HEAD_BYTES = 1024;

/** A document that is open; only pages that are asked for are read. */
export interface OpenPdf {
  pages: number;
  /** A new canvas with a page as wide as asked for. Rejects when the signal says that nobody wants it any more. */
  draw: (page: number, width: number, signal: AbortSignal) => Promise<HTMLCanvasElement>;
  /** The text of a page; empty where the page is a picture. */
  lines: (page: number) => Promise<PdfLine[]>;
  close: () => void;
}

function faultOf(error: unknown): PdfFault {
  return new PdfFault(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
}

/** Opens a file. Nothing in it is run: no script, no form, no font of the network. @throws PdfFault */
export async function openPdf(file: Blob): Promise<OpenPdf> {
  if (file.size === 0) throw new PdfFault('empty');
  const data = new Uint8Array(await file.arrayBuffer());
  if (!new TextDecoder('latin1').decode(data.subarray(0, HEAD_BYTES)).includes('%PDF-'))
    throw new PdfFault('not_pdf');
  const task = getDocument({ data, isEvalSupported: false, useWasm: false, enableXfa: false, verbosity: 0 });
  const document = await task.promise.catch((error: unknown) => {
    throw faultOf(error);
  });
  return {
    pages: document.numPages,
    draw: (page, width, signal) => drawn(document, { page, width, signal }),
    lines: (page) => linesOn(document, page),
    close: () => void task.destroy(),
  };
}

async function drawn(
  document: PDFDocumentProxy,
  { page: number, width, signal }: { page: number; width: number; signal: AbortSignal },
): Promise<HTMLCanvasElement> {
  const page = await document.getPage(number);
  signal.throwIfAborted();
  const paper = page.getViewport({ scale: 1 });
  const sharp = Math.min(window.devicePixelRatio, SHARPEST) * (width / paper.width);
  const scale = Math.min(sharp, Math.sqrt(MOST_PIXELS / (paper.width * paper.height)));
  const viewport = page.getViewport({ scale });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const rendering = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => rendering.cancel(), { once: true });
  await rendering.promise;
  return canvas;
}

async function linesOn(document: PDFDocumentProxy, number: number): Promise<PdfLine[]> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): PlacedText[] => {
    if (!('str' in item)) return [];
    const [a, b, c, d, x, baseline] = Util.transform(viewport.transform, item.transform) as number[];
    const height = Math.hypot(c ?? 0, d ?? 0) || Math.hypot(a ?? 0, b ?? 0);
    return [{ text: item.str, x: x ?? 0, baseline: baseline ?? 0, width: item.width, height }];
  });
  return linesOf(runs, number, viewport);
}
