import { type StandardResult } from '#contracts';
import { type Row } from './decision-engine.js';

/** `TCVN 6396-20:2017` names the kind TCVN: the leading letters, upper case. */
export const kindOfStandard = (text: string): string => /^\p{L}+/u.exec(text.trim())?.[0].toUpperCase() ?? '';

/** "QCVN; where there is none, TCVN or a foreign national standard": per field a QCVN result hides the others. */
function decisiveResults(results: readonly StandardResult[]): StandardResult[] {
  const named = results.map((result) => ({ ...result, kind: kindOfStandard(result.kind) }));
  const underQcvn = new Set(named.filter(({ kind }) => kind === 'QCVN').map(({ field }) => field));
  return named.filter(({ field, kind }) => kind === 'QCVN' || !underQcvn.has(field));
}

/** `standards` (kinds met as a whole) and `results` (per field) for a table; which kinds count is the table's word. */
export function standardsRow(
  standards: readonly string[] = [],
  results: readonly StandardResult[] = [],
): Row {
  return {
    standards: standards.map(kindOfStandard).sort(),
    results: decisiveResults(results).map(({ field, kind, result }) => ({ field, kind, result })),
  };
}
