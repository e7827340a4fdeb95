import { type Draft, type Row, withField } from './draft.types.js';
import { randomId } from '../../../api/random-id.js';

/** A new id for a line, machine or piece of evidence: two people who add one at the same time add two. */
export const newRowId = (prefix: string): string => `${prefix}-${randomId().slice(0, 13)}`;

/** Sections whose rows are added and taken out one by one. */
export type Rows = 'lines' | 'equipment' | 'evidence';

export const addRows = (draft: Draft, section: Rows, rows: readonly Row[]): Draft => ({
  ...draft,
  [section]: [...draft[section], ...rows],
});
export const changeRow = (draft: Draft, section: Rows, id: string, field: string, value: unknown): Draft => ({
  ...draft,
  [section]: draft[section].map((row) => (row['id'] === id ? withField(row, field, value) : row)),
});

/** Takes rows out, and with them what referred to them: machines of a line, what evidence covers. */
export function removeRows(draft: Draft, section: Rows, ids: ReadonlySet<string>): Draft {
  const gone = (row: Row) => ids.has(String(row['id']));
  const rest = { ...draft, [section]: draft[section].filter((row) => !gone(row)) };
  if (section === 'evidence') return rest;
  const equipment = section === 'lines' ? withoutLines(rest.equipment, ids) : rest.equipment;
  return { ...rest, equipment, evidence: withoutCovers(rest.evidence, section, ids) };
}

const withoutLines = (machines: Row[], ids: ReadonlySet<string>): Row[] =>
  machines.some((row) => ids.has(String(row['lineRef'])))
    ? machines.map((row) => (ids.has(String(row['lineRef'])) ? withField(row, 'lineRef', undefined) : row))
    : machines;

function withoutCovers(evidence: Row[], section: Rows, ids: ReadonlySet<string>): Row[] {
  const stays = (path: string) => {
    const [, kind, id = ''] = /^(\w+)\[([^\]]+)\]/.exec(path) ?? [];
    return kind !== section || !ids.has(id);
  };
  const covers = (row: Row) => (row['covers'] as string[] | undefined) ?? [];
  if (evidence.every((row) => covers(row).every(stays))) return evidence;
  return evidence.map((row) => ({ ...row, covers: covers(row).filter(stays) }));
}
