import { IMPORT_FILE_BYTES } from '#contracts';

const MEBIBYTE = 1024 * 1024;

/** What a table to import may be at most. Our own convention: far above a province's yearly list, far below harm. */
export const IMPORT_LIMITS = {
  /** Bytes of the file as it is sent. */
  fileBytes: IMPORT_FILE_BYTES,
  /** Bytes of everything in an XLSX once unpacked, as declared and as found. */
  unpackedBytes: 100 * MEBIBYTE,
  /** How often a large part of an XLSX may be larger than its packed form. */
  unpackedRatio: 250,
  /** Parts below this size may be packed as densely as they like. */
  ratioFromBytes: 5 * MEBIBYTE,
  parts: 2_000,
  sheets: 50,
  /** Rows with something in them, titles and header included. */
  rows: 20_000,
  columns: 100,
  /** Cells with something in them, of all sheets: what a process has to hold at once. */
  cells: 1_000_000,
  cellCharacters: 5_000,
  merges: 5_000,
  /** Rows at the top in which the header is looked for. */
  headerWithin: 30,
} as const;
