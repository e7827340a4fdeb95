import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);
const FONT = require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf');
/** The same for every run, so that equal papers are equal bytes. */
const MADE_ON = new Date('2026-01-01T00:00:00.000Z');

/** A paper of the investor or of an agency as a PDF: the title on the first page, one text per page. */
export function paperPdf(title: string, pages: readonly string[]): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 64,
    autoFirstPage: false,
    info: { Title: title, CreationDate: MADE_ON },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    document.on('error', reject);
  });
  for (const [index, page] of pages.entries()) {
    document.addPage().font(FONT);
    if (index === 0) document.fontSize(15).text(title, { align: 'center' }).moveDown();
    document.fontSize(12).text(page, { align: 'justify', lineGap: 3 });
    document.fontSize(9).text(`Trang ${index + 1}/${pages.length}`, 64, 760, { align: 'right' });
  }
  document.end();
  return done;
}
