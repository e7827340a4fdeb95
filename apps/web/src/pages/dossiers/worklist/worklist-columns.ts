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
const keyOf = (personId: string) => `techgate.worklist.columns.${personId}`;

/** The columns that a person chose on this device; those that nobody knows any more are dropped. */
function remembered(personId: string, usual: readonly Column[]): Column[] {
  const words = (localStorage.getItem(keyOf(personId)) ?? '').split(' ');
  const columns = COLUMNS.filter((column) => words.includes(column));
  return columns.includes('project') ? columns : [...usual];
}

export const toggled = (columns: readonly Column[], column: Column): Column[] =>
  COLUMNS.filter((one) => columns.includes(one) !== (one === column));

interface Shown {
  columns: Column[];
  /** Shows or hides one; the project always stays, it is the way into the dossier. */
  toggle: (column: Column) => void;
  /** Shows those of a view for as long as its list is shown; one's own stay as they are. */
  borrow: (columns: Column[], list: string) => void;
}

/** The columns of a person for a list, by the words of its conditions. */
export function useColumns(personId: string, owner: boolean, list: string): Shown {
  const [own, setOwn] = useState(() => remembered(personId, owner ? OWNER : HOUSE));
  const [borrowed, setBorrowed] = useState<{ columns: Column[]; list: string } | null>(null);
  const lent = borrowed?.list === list ? borrowed : null;
  const keep = (next: Column[]) => {
    localStorage.setItem(keyOf(personId), next.join(' '));
    setOwn(next);
  };
  return {
    columns: lent?.columns ?? own,
    toggle: (column) =>
      lent ? setBorrowed({ list, columns: toggled(lent.columns, column) }) : keep(toggled(own, column)),
    borrow: (columns, of) => setBorrowed({ columns, list: of }),
  };
}
