import { MOST_LINES, MOST_MACHINES } from '#contracts';
import { cellPlace } from '../../machine-list/cell-place.js';
import { type ImportField, type Layout } from '../../machine-list/columns.js';
import { type JudgedRow } from '../../machine-list/judge-rows.js';
import { type RawTable } from '../../machine-list/raw-table.js';
import { type Row, type ValueFault, withField } from '../investor/draft/draft.types.js';
import { rowFaults } from '../investor/draft/local-faults.js';
import { bareText } from '../../format/bare-text.js';

/** A machine as the table says it: each value with the cell in which it stands. */
export interface ReadMachine {
  /** Of the machine in the facts; the same whenever the same table is read. */
  id: string;
  row: Row;
  places: Partial<Record<string, string>>;
  /** What stands in the cells that could not be read. */
  written: Partial<Record<string, string>>;
}
export interface ReadList {
  /** Lines to which machines of the table belong, by the names that stand there. */
  lines: Row[];
  linePlaces: Record<string, string>;
  machines: ReadMachine[];
}
/** What the clerk changed of a machine, by id and field; null: the value was taken out. */
export type Mends = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** A machine as it stands on the screen. */
export interface ProposedMachine extends ReadMachine {
  faults: ValueFault[];
  mended: readonly string[];
}
/** What goes into the facts: only what can be read; and the cell of each value that still says what its cell says. */
export interface TakenList {
  lines: Row[];
  equipment: Row[];
  places: Record<string, string>;
}

/** Lines are named by the table itself: a number alone is the line of that number. */
const lineName = (text: string): string => (/^\d+$/.test(text) ? `Dây chuyền ${text}` : text);

/** Reads a judged table as machines with the cells of their values. */
export function readMachines(table: RawTable, layout: Layout, judged: readonly JudgedRow[]): ReadList {
  const lines: Row[] = [];
  const linePlaces: Record<string, string> = {};
  const lineOf = (text: string, place: string): string => {
    const known = lines.find(({ name }) => bareText(String(name)) === bareText(lineName(text)));
    if (known) return String(known['id']);
    const id = `l-${lines.length + 1}`;
    lines.push({ id, name: lineName(text) });
    linePlaces[`lines[${id}].name`] = place;
    return id;
  };
  const machines = judged.map(({ number, row, written }): ReadMachine => {
    const places = Object.fromEntries(
      Object.entries(layout.mapping).map(([field, column]) => [field, cellPlace(table.name, column, number)]),
    );
    const line = row['lineRef'];
    const own = typeof line === 'string' ? { ...row, lineRef: lineOf(line, places['lineRef'] ?? '') } : row;
    return { id: `m-${number}`, row: own, places, written };
  });
  return { lines, linePlaces, machines };
}

/** The machines as the clerk left them: mended, without those that were taken out, each with its faults. */
export function proposedMachines(
  { machines }: ReadList,
  mends: Mends,
  removed: readonly string[],
  year: number,
): ProposedMachine[] {
  const gone = new Set(removed);
  return machines.filter(({ id }) => !gone.has(id)).map((machine) => mendedMachine(machine, mends, year));
}

function mendedMachine(machine: ReadMachine, mends: Mends, year: number): ProposedMachine {
  const mend = mends[machine.id] ?? {};
  const row = Object.entries(mend).reduce<Row>(
    (before, [field, value]) => withField(before, field, value ?? undefined),
    machine.row,
  );
  const faults = Object.entries(rowFaults(row, { year })).flatMap(([field, fault]) =>
    fault ? [{ section: 'equipment' as const, id: machine.id, field, ...fault }] : [],
  );
  return { ...machine, row, faults, mended: Object.keys(mend) };
}

/** Keeps a change of the clerk; going back to what the table says is no change. */
export function withMend(mends: Mends, { id, row }: ReadMachine, field: string, value: unknown): Mends {
  const { [field]: _before, ...rest } = mends[id] ?? {};
  const isAsRead = JSON.stringify(row[field] ?? null) === JSON.stringify(value ?? null);
  return { ...mends, [id]: isAsRead ? rest : { ...rest, [field]: value ?? null } };
}

/** What of the proposal is more than a dossier holds; null where it fits. */
export function tooManyOf(proposed: readonly ProposedMachine[]): 'machines' | 'lines' | null {
  if (proposed.length > MOST_MACHINES) return 'machines';
  const lines = new Set(proposed.map(({ row }) => row['lineRef']).filter((line) => line !== undefined));
  return lines.size > MOST_LINES ? 'lines' : null;
}

/** What of the proposal goes into the facts. What cannot be read stays out: absent means unknown. */
export function takenList({ lines, linePlaces }: ReadList, proposed: readonly ProposedMachine[]): TakenList {
  const places: Record<string, string> = {};
  const equipment = proposed.map(({ id, row, faults, mended, places: cells }) => {
    const sound = faults.reduce((before, { field }) => withField(before, field ?? '', undefined), row);
    for (const field of Object.keys(sound)) {
      const cell = cells[field as ImportField];
      if (cell !== undefined && !mended.includes(field)) places[`equipment[${id}].${field}`] = cell;
    }
    return { id, ...sound };
  });
  const used = new Set(equipment.map((row) => (row as Row)['lineRef']));
  const named = lines.filter(({ id }) => used.has(id));
  for (const { id } of named) {
    const path = `lines[${String(id)}].name`;
    if (linePlaces[path] !== undefined) places[path] = linePlaces[path];
  }
  return { lines: named, equipment, places };
}
