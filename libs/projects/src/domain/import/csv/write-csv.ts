/** A spreadsheet program would run a text that begins so as a formula. */
const FORMULA_START = /^[=+@\t\r]|^-(?!\d)/;

const field = (text: string): string => {
  const harmless = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
};

/** Rows as a CSV that Excel opens in Unicode: UTF-8 with its mark; texts that would be run as formulas are disarmed. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')}`;
