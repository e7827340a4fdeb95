const lettersOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** A cell as spreadsheet programs name it: `Sheet1!C7`. `column` counts from 0, `row` from 1; a file without sheets has no name. */
export function cellPlace(sheet: string, column: number, row: number): string {
  const cell = `${lettersOf(column)}${row}`;
  if (sheet === '') return cell;
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  return `${isPlain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${cell}`;
}
