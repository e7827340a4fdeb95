import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';

/** Why a workbook cannot be read, as a key of the catalogue. */
export class WorkbookFault extends Error {
  constructor(readonly code: 'damaged' | 'too_large' | 'old_excel') {
    super(code);
  }
}
export interface Handlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Reads one part of a workbook, names without their namespace; a part that is not there says nothing. @throws WorkbookFault */
export function readXml(part: Uint8Array | undefined, { open, text, close }: Handlers): void {
  if (!part) return;
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new WorkbookFault('damaged');
  });
  parser.on('doctype', () => {
    throw new WorkbookFault('damaged');
  });
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => open?.(bare(name), attributes));
  parser.on('text', (found) => text?.(found));
  parser.on('closetag', ({ name }) => close?.(bare(name)));
  parser.write(strFromU8(part)).close();
}
