import { type Draft, type Row, textOf } from './draft.types.js';

const idOf = (row: Row): string => textOf(row['id']);
const coversOf = (row: Row): string[] => (row['covers'] as string[] | undefined) ?? [];

/**
 * Puts machines that were taken out back to where they stood among the others, and under the evidence that covered
 * them. What was changed since stays.
 */
export function putMachinesBack(draft: Draft, before: Draft, ids: ReadonlySet<string>): Draft {
  const there = new Set(draft.equipment.map(idOf));
  const gone = new Set([...ids].filter((id) => !there.has(id)));
  const behind = rowsBehind(before.equipment, there, gone);
  const equipment = [
    ...(behind.get(null) ?? []),
    ...draft.equipment.flatMap((row) => [row, ...(behind.get(idOf(row)) ?? [])]),
  ];
  return { ...draft, equipment, evidence: coveringAgain(draft.evidence, before.evidence, gone) };
}

/** The rows that are gone by the row behind which they stood; null for the beginning of the list. */
function rowsBehind(rows: readonly Row[], there: ReadonlySet<string>, gone: ReadonlySet<string>) {
  const behind = new Map<string | null, Row[]>();
  let last: string | null = null;
  for (const row of rows) {
    if (there.has(idOf(row))) last = idOf(row);
    else if (gone.has(idOf(row))) behind.set(last, [...(behind.get(last) ?? []), row]);
  }
  return behind;
}

function coveringAgain(evidence: Row[], before: readonly Row[], gone: ReadonlySet<string>): Row[] {
  const names = (path: string) => gone.has(/^equipment\[([^\]]+)\]/.exec(path)?.[1] ?? '');
  const covered = new Map(before.map((row) => [idOf(row), coversOf(row).filter(names)]));
  return evidence.map((row) => {
    const again = (covered.get(idOf(row)) ?? []).filter((path) => !coversOf(row).includes(path));
    return again.length === 0 ? row : { ...row, covers: [...coversOf(row), ...again] };
  });
}
