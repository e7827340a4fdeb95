import { type Draft, type Row } from '../draft/draft.types.js';

export interface Change {
  path: string;
  to: number | string;
}

/** The draft with one fact changed, by its path (`equipment[m-1].yearMade`, `lines[l-1].actualCapacityPct`). */
export function withChange(draft: Draft, { path, to }: Change): Draft {
  const [, section, id, field] = /^(lines|equipment)\[([^\]]+)\]\.(\w+)/.exec(path) ?? [];
  if (field === undefined) {
    const name = /^project\.(\w+)/.exec(path)?.[1];
    return name === undefined ? draft : { ...draft, project: { ...draft.project, [name]: to } };
  }
  const list = section as 'lines' | 'equipment';
  const change = (row: Row): Row =>
    row['id'] === id ? { ...row, [field]: changedValue(field, row[field], to) } : row;
  return { ...draft, [list]: draft[list].map(change) };
}

const COUNTED: Record<string, (index: number) => unknown> = {
  standards: (index) => `#${index + 1}`,
  oecdSites: (index) => ({ country: 'JP', site: `#${index + 1}` }),
};

/** Percentages are measured values; of lists the rules say only how long they have to be. */
function changedValue(field: string, before: unknown, to: number | string): unknown {
  if (field.endsWith('Pct')) return { value: Number(to) };
  const item = COUNTED[field];
  if (!item || typeof to !== 'number') return to;
  const known = Array.isArray(before) ? (before as unknown[]) : [];
  return [
    ...known,
    ...Array.from({ length: Math.max(0, to - known.length) }, (_, index) => item(known.length + index)),
  ];
}
