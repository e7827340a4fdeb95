import { type StandardResult } from '#contracts';
import { type Row } from './decision-engine.js';

/** Countries by name, as declarations write them: what meets "a national standard of a G7 country or Korea". */
const COUNTRIES: [RegExp, 'G7' | 'KR'][] = [
  [/^(han quoc|korea|south korea|republic of korea)\b/, 'KR'],
  [/^(g7|hoa ky|my|nhat ban|nhat|duc|phap|anh|vuong quoc anh|y|italia|canada)$/, 'G7'],
  [/^(usa|us|united states|japan|germany|france|uk|united kingdom|italy)$/, 'G7'],
];
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/^(tieu chuan( quoc gia)?( cua)?( nuoc)?|national standard of( the)?)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The kind of a standard for the tables: `TCVN 6396-20:2017` is TCVN, `JIS B 8265` JIS, `CAN/CSA-B51` CAN (the leading
 * letters, upper case); the words of the checklist, `G7` and `KR`, and the names of those countries keep their sense.
 */
export function kindOfStandard(text: string): string {
  const words = plain(text);
  const country = COUNTRIES.find(([pattern]) => pattern.test(words))?.[1];
  return country ?? /^(G7\b|\p{L}+)/u.exec(text.trim().toUpperCase())?.[0] ?? '';
}

/**
 * "QCVN; where there is none, TCVN or a foreign national standard": per field a QCVN result hides the others, and a
 * declaration that QCVN are met as a whole says that there is one for every field.
 */
function decisiveResults(results: readonly StandardResult[], hasQcvn: boolean): StandardResult[] {
  const named = results.map((result) => ({ ...result, kind: kindOfStandard(result.kind) }));
  const underQcvn = new Set(named.filter(({ kind }) => kind === 'QCVN').map(({ field }) => field));
  return named.filter(({ field, kind }) => kind === 'QCVN' || !(hasQcvn || underQcvn.has(field)));
}

/**
 * `standards` (kinds met as a whole) and `results` (per field) for a table; which kinds count is the table's word.
 * `declared` = the standards that are named at all, proven or not.
 */
export function standardsRow(
  standards: readonly string[] = [],
  results: readonly StandardResult[] = [],
  declared: readonly string[] = standards,
): Row {
  const hasQcvn = declared.some((text) => kindOfStandard(text) === 'QCVN');
  return {
    standards: standards.map(kindOfStandard).sort(),
    results: decisiveResults(results, hasQcvn).map(({ field, kind, result }) => ({ field, kind, result })),
  };
}
