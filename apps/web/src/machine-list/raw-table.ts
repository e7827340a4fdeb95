/** A table as it was found: texts, row by row, the first one often its headings. */
export interface RawTable {
  /** Name of the sheet; empty for what is not one of several. */
  name: string;
  rows: string[][];
}

/**
 * The cells of delimited text; a quoted cell may hold delimiters, line breaks and doubled quotes. Blank rows stay in the
 * count, as a spreadsheet program counts them, but not at the end.
 */
export function delimitedRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row.some((one) => one.trim() !== '') ? row : []);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === delimiter) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows.slice(0, rows.findLastIndex(({ length }) => length > 0) + 1);
}

/** What was copied in a spreadsheet program; null for a single value, which is just pasted. */
export function tableOfClipboard(text: string): RawTable | null {
  const body = text.replace(/[\r\n]+$/, '');
  if (!body.includes('\t') && !body.includes('\n')) return null;
  return { name: '', rows: delimitedRows(body, '\t') };
}

/**
 * Text of a file: by its mark, else UTF-8, else as Vietnamese Windows wrote it (1258, where accents stand apart).
 * `guessed` tells that it was not said.
 */
export function decodedText(bytes: Uint8Array): { text: string; guessed: boolean } {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), guessed: true };
  }
}
