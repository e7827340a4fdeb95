import { useState } from 'react';
import { type SortKey } from './worklist-filter.js';

export const COLUMNS = [
  'project',
  'code',
  'investor',
  'procedure',
  'status',
  'turn',
  'lead',
  'received',
  'due',
  'updated',
] as const;
export type Column = (typeof COLUMNS)[number];
export const SORT_OF: Partial<Record<Column, SortKey>> = {
  project: 'name',
  code: 'fileCode',
  received: 'receivedOn',
  due: 'dueOn',
  updated: 'updatedAt',
};
const HOUSE: readonly Column[] = ['project', 'status', 'turn', 'lead', 'due'];
const OWNER: readonly Column[] = ['project', 'status', 'turn', 'due'];
const REMEMBERED = 'techgate.worklist.columns';

/** The columns that were chosen on this device; those that nobody knows any more are dropped. */
function remembered(usual: readonly Column[]): Column[] {
  const words = (localStorage.getItem(REMEMBERED) ?? '').split(' ');
  const columns = COLUMNS.filter((column) => words.includes(column));
  return columns.includes('project') ? columns : [...usual];
}

/** Which columns are shown, a way to show or hide one (the project always stays, it is the way into the dossier), and to set all. */
export function useColumns(
  owner: boolean,
): [Column[], (column: Column) => void, (columns: Column[]) => void] {
  const [columns, setColumns] = useState(() => remembered(owner ? OWNER : HOUSE));
  const keep = (next: Column[]) => {
    localStorage.setItem(REMEMBERED, next.join(' '));
    setColumns(next);
  };
  const toggle = (column: Column) =>
    keep(COLUMNS.filter((one) => columns.includes(one) !== (one === column)));
  return [columns, toggle, keep];
}
