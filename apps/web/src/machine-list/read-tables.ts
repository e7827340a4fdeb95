import { tableOfText } from './delimiter.js';
import { decodedText, type RawTable } from './raw-table.js';
import { readWorkbook } from './read-xlsx.js';
import { WorkbookFault } from './workbook-xml.js';

export type FileFault = 'empty' | 'too_large' | 'damaged' | 'old_excel' | 'no_rows' | 'no_reader';
export interface ReadTables {
  tables: RawTable[];
  /** The encoding of the text was not said, and is a guess. */
  guessed: boolean;
}

/** The tables of a file, XLSX or delimited text, or why it cannot be read. Long lists take seconds. */
export async function tablesOf(file: Blob): Promise<ReadTables | FileFault> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip && bytes[0] !== 0xd0) {
    const { text, guessed } = decodedText(bytes);
    return { tables: [tableOfText(text)], guessed };
  }
  try {
    return { tables: readWorkbook(bytes), guessed: false };
  } catch (error) {
    return error instanceof WorkbookFault ? error.code : 'damaged';
  }
}
