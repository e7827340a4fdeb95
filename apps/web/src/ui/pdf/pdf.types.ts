/** A place on a page as shares of its width and height, from the upper left corner. */
export interface PageBox {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** A place in a document, to be marked when it is shown. */
export interface PdfMark {
  /** From 1. */
  page: number;
  box: PageBox;
}
/** One line of text of one column, as it stands on its page. */
export interface PdfLine extends PdfMark {
  /** In NFC, with single blanks. */
  text: string;
}
/** Why a file cannot be shown, as a key of the catalogue. */
export type PdfFaultCode = 'empty' | 'not_pdf' | 'damaged' | 'locked';
export class PdfFault extends Error {
  constructor(readonly code: PdfFaultCode) {
    super(code);
  }
}
