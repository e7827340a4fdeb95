import { type ByteSource } from './byte-source.js';
import { type ZipEntry, zipDirectory, zipText } from './zip-directory.js';

/** What a ZIP turns out to be. */
export type ZipContent = 'docx' | 'xlsx' | 'macros' | 'archive' | 'damaged';

const TYPES_PART = '[Content_Types].xml';
const MAIN_PARTS = [
  { part: 'word/document.xml', type: 'wordprocessingml.document.main+xml', found: 'docx' },
  { part: 'xl/workbook.xml', type: 'spreadsheetml.sheet.main+xml', found: 'xlsx' },
] as const;
/** Far above any real dossier; a file that claims more is a bomb. */
const LARGEST_UNPACKED = 500 * 1024 * 1024;
const MOST_PARTS = 10_000;

/**
 * Tells an office document from a plain archive by the parts that its directory and its content types name.
 * Unpacks only the list of content types. Macro-enabled and macro-carrying files are `macros`.
 */
export async function zipContent(source: ByteSource): Promise<ZipContent> {
  const entries = await zipDirectory(source);
  if (!entries) return 'damaged';
  if (isBomb(entries) || entries.some((entry) => entry.encrypted)) return 'archive';
  const typesEntry = entries.find((entry) => entry.name === TYPES_PART);
  if (!typesEntry) return 'archive';
  const types = await zipText(source, typesEntry);
  if (types === null) return 'damaged';
  return officeType(entries, types);
}

const isBomb = (entries: ZipEntry[]): boolean =>
  entries.length > MOST_PARTS || entries.reduce((sum, entry) => sum + entry.size, 0) > LARGEST_UNPACKED;

function officeType(entries: ZipEntry[], types: string): ZipContent {
  const names = entries.map((entry) => entry.name.toLowerCase());
  const carriesMacros = names.some((name) => /(^|\/)vbaproject\.bin$|^xl\/macrosheets\//.test(name));
  if (carriesMacros || /macroEnabled|vbaProject|ms-excel\.(?:intl)?macrosheet/i.test(types)) return 'macros';
  const main = MAIN_PARTS.find(({ part, type }) => names.includes(part) && types.includes(type));
  return main?.found ?? 'archive';
}
