import { type JudgedRow } from './judge-rows.js';

type Fault = JudgedRow['faults'][number];
/** The same fault of one column, however many rows have it. */
export interface FaultKind {
  fault: Fault;
  rows: number;
  /** Number of the first row that has it, as the spreadsheet program counts. */
  first: number;
}

/** The faults of a list brought together by column and kind, the most frequent first. */
export function faultKinds(rows: readonly JudgedRow[]): FaultKind[] {
  const kinds = new Map<string, FaultKind>();
  for (const { number, faults } of rows)
    for (const fault of faults) {
      const name = `${fault.field} ${fault.code}`;
      const known = kinds.get(name) ?? { fault, rows: 0, first: number };
      kinds.set(name, { ...known, rows: known.rows + 1 });
    }
  return [...kinds.values()].sort((a, b) => b.rows - a.rows || a.first - b.first);
}
