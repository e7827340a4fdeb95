import { folded } from '../values/clean-text.js';
import { FIELD_WORDS } from '../../../catalogue/import-fields.js';
import { DAY_FIELDS, IMPORT_FIELDS, type ImportField } from './import-fields.js';

/** A column that reads like a field; `score` is 1 for a heading that we know word for word. */
export interface RecognisedColumn {
  /** From 0. */
  column: number;
  field: ImportField;
  score: number;
}

/** Below this a heading only resembles a field by chance. */
const SURE_ENOUGH = 0.6;
/** Short headings ("Vốn", "Nhóm") mean a field only where they stand alone. */
const PHRASE_LENGTH = 6;

/** Units behind a heading; "công ty" is none. */
const UNITS_BEHIND =
  /(?: (?:(?<!cong )ty|ti|trieu|nghin|ngan|dong|vnd|usd|eur|dvt|don vi tinh|million|billion))+$/;
const DAYS: readonly string[] = DAY_FIELDS;

/** A heading without its number and unit, folded. */
export const headingWords = (heading: string): string =>
  folded(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
    .replace(/^\d+ /, '')
    .replace(UNITS_BEHIND, '')
    .trim();

/** How much a heading reads like a field, 0 to 1. */
export function headingScore(heading: string, field: ImportField): number {
  const words = headingWords(heading);
  if (words === '' || (words.startsWith('ngay ') && !DAYS.includes(field))) return 0;
  return Math.max(...FIELD_WORDS[field].headings.map((known) => likeness(words, known)));
}

function likeness(words: string, known: string): number {
  if (words === known) return 1;
  const isPhrase = known.length >= PHRASE_LENGTH && ` ${words} `.includes(` ${known} `);
  // The longer the known phrase within the heading, the surer, and what comes first is what it is: "mã số thuế của nhà
  // đầu tư" is no investor's name.
  const first = words.startsWith(`${known} `) ? 0.1 : 0;
  return isPhrase ? Math.min(0.99, 0.5 + first + (0.45 * known.length) / words.length) : 0;
}

/** Which columns read like which fields, the best first; each field and each column once. */
export function recognisedColumns(headings: readonly string[]): RecognisedColumn[] {
  const candidates = headings.flatMap((heading, column) =>
    IMPORT_FIELDS.map((field) => ({ column, field, score: headingScore(heading, field) })),
  );
  const taken: RecognisedColumn[] = [];
  for (const candidate of candidates.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (candidate.score < SURE_ENOUGH) break;
    if (taken.some(({ column, field }) => column === candidate.column || field === candidate.field)) continue;
    taken.push({ ...candidate, score: Math.round(candidate.score * 100) / 100 });
  }
  return taken;
}
