import { useEffect, useState } from 'react';
import { openPdf, type OpenPdf } from './pdf-document.js';
import { PdfFault, type PdfFaultCode, type PdfLine } from './pdf.types.js';

interface Opened {
  pdf: OpenPdf | null;
  fault: PdfFaultCode | null;
}
const NOT_YET: Opened = { pdf: null, fault: null };

/** A file that is open for as long as it is shown. */
export function usePdf(file: Blob): Opened {
  const [opened, setOpened] = useState<(Opened & { file: Blob }) | null>(null);
  useEffect(() => {
    let gone = false;
    let open: OpenPdf | null = null;
    openPdf(file).then(
      (pdf) => {
        open = pdf;
        if (gone) pdf.close();
        else setOpened({ file, pdf, fault: null });
      },
      (error: unknown) => {
        const fault = error instanceof PdfFault ? error.code : 'damaged';
        if (!gone) setOpened({ file, pdf: null, fault });
      },
    );
    return () => {
      gone = true;
      open?.close();
    };
  }, [file]);
  return opened?.file === file ? opened : NOT_YET;
}

/** The text of a page: null until it is read. */
export function usePageText(pdf: OpenPdf | null, page: number): PdfLine[] | null {
  const [read, setRead] = useState<{ pdf: OpenPdf; page: number; lines: PdfLine[] } | null>(null);
  useEffect(() => {
    let gone = false;
    const keep = (lines: PdfLine[]) => {
      if (!gone && pdf) setRead({ pdf, page, lines });
    };
    pdf?.lines(page).then(keep, () => keep([]));
    return () => {
      gone = true;
    };
  }, [pdf, page]);
  return read !== null && read.pdf === pdf && read.page === page ? read.lines : null;
}
