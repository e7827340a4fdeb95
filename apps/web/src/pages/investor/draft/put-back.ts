import { type Draft, type Row, textOf, withField } from './draft.types.js';
import { type Rows } from './edit-rows.js';

const idOf = (row: Row): string => textOf(row['id']);
const coversOf = (row: Row): string[] => (row['covers'] as string[] | undefined) ?? [];

/**
 * Puts rows that were taken out back to where they stood among the others, with what referred to them: machines of a
 * line, what evidence covers. What was changed since stays.
 */
export function putRowsBack(draft: Draft, before: Draft, section: Rows, ids: ReadonlySet<string>): Draft {
  const there = new Set(draft[section].map(idOf));
  const gone = new Set([...ids].filter((id) => !there.has(id)));
  const behind = rowsBehind(before[section], there, gone);
  const rows = [
    ...(behind.get(null) ?? []),
    ...draft[section].flatMap((row) => [row, ...(behind.get(idOf(row)) ?? [])]),
  ];
  const back = { ...draft, [section]: rows, sources: { ...before.sources, ...draft.sources } };
  if (section === 'evidence') return back;
  const equipment = section === 'lines' ? belongingAgain(back.equipment, before, gone) : back.equipment;
  const evidence = coveringAgain(draft.evidence, before.evidence, (path) => {
    const [, kind, id = ''] = /^(\w+)\[([^\]]+)\]/.exec(path) ?? [];
    return kind === section && gone.has(id);
  });
  return { ...back, equipment, evidence };
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

/** Machines of the lines that come back, unless somebody gave them another one since. */
function belongingAgain(machines: Row[], before: Draft, lines: ReadonlySet<string>): Row[] {
  const lineOf = new Map(before.equipment.map((row) => [idOf(row), textOf(row['lineRef'])]));
  return machines.map((row) => {
    const line = lineOf.get(idOf(row)) ?? '';
    return row['lineRef'] === undefined && lines.has(line) ? withField(row, 'lineRef', line) : row;
  });
}

function coveringAgain(evidence: Row[], before: readonly Row[], names: (path: string) => boolean): Row[] {
  const covered = new Map(before.map((row) => [idOf(row), coversOf(row).filter(names)]));
  return evidence.map((row) => {
    const again = (covered.get(idOf(row)) ?? []).filter((path) => !coversOf(row).includes(path));
    return again.length === 0 ? row : { ...row, covers: [...coversOf(row), ...again] };
  });
}
