import { openPdf } from './pdf-document.js';
import classes from './print-pdf.module.css';

/** Pixels across a page: 200 to the inch on A4. */
const PRINT_WIDTH = 1654;

/**
 * Prints a file: its pages are drawn and everything else of this page is left out, since the content security policy
 * keeps out the viewer of the browser. Resolves when the dialog was closed. @throws PdfFault
 */
export async function printPdf(file: Blob): Promise<void> {
  const pdf = await openPdf(file);
  const sheets = document.createElement('div');
  sheets.className = classes['sheets'] ?? '';
  sheets.setAttribute('aria-hidden', 'true');
  const { signal } = new AbortController();
  try {
    for (let page = 1; page <= pdf.pages; page += 1) sheets.append(await pdf.draw(page, PRINT_WIDTH, signal));
    document.body.append(sheets);
    window.print();
  } finally {
    pdf.close();
    sheets.remove();
  }
}
