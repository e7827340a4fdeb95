import { isCountryCode, type TechnologyFacts, visibleText } from '#contracts';
import {
  type CellKind,
  isBlankLine,
  isBlankMachine,
  LINE_CELLS,
  MACHINE_CELLS,
  type Section,
  type SelfCheckForm,
} from './self-check.form.js';

export type CellFaultCode = 'year' | 'percent' | 'site';
export interface CellFault {
  /** Id of the input. */
  cell: string;
  code: CellFaultCode;
}
export interface ReadForm {
  facts: TechnologyFacts;
  faults: CellFault[];
  /** Ids of the rows that were sent, by their place: the API names faults by place. */
  sent: Record<Section, string[]>;
}

/** Id of the input of a fact. */
export const cellId = (row: string, field: string): string => `check-${row}-${field}`;

/** The row and the field of an input; empty where it is none of a row. */
export function partsOfCell(cell: string): { row: string; field: string } {
  const [, row = '', field = ''] = /^check-(\w+-\d+)-(\w+)$/.exec(cell) ?? [];
  return { row, field };
}

type Read = { value: unknown } | { fault: CellFaultCode };
const plain = (text: string): Read => ({ value: text });
const number = (text: string): number => Number(text.replace(/\s|%$/g, '').replace(',', '.'));

function year(text: string): Read {
  return /^\d{4}$/.test(text) ? { value: Number(text) } : { fault: 'year' };
}
function percent(text: string): Read {
  const value = number(text);
  return Number.isFinite(value) && value >= 0 ? { value: { value } } : { fault: 'percent' };
}
const codes = (text: string): Read => ({
  value: text
    .split(/[;\n]/)
    .map((code) => code.trim())
    .filter(Boolean),
});
/** One site on each line: two letters of the country, then its name. */
function sites(text: string): Read {
  const rows = text
    .split('\n')
    .map((row) => row.trim())
    .filter(Boolean)
    .map((row) => /^([A-Za-z]{2})[\s,;:-]+(\S.*)$/.exec(row));
  if (rows.some((row) => !isCountryCode(row?.[1]?.toUpperCase() ?? ''))) return { fault: 'site' };
  return { value: rows.map((row) => ({ country: row?.[1]?.toUpperCase(), site: row?.[2] })) };
}
const READERS: Record<CellKind, (text: string) => Read> = {
  ...{ text: plain, choice: plain, line: plain },
  ...{ year, percent, codes, sites },
};

/** One row as facts: what is empty is unknown and left out. */
function readRow(row: { id: string } & Record<string, string>, cells: Record<string, CellKind>) {
  const facts: Record<string, unknown> = { id: row.id };
  const faults: CellFault[] = [];
  for (const [field, kind] of Object.entries(cells)) {
    const text = visibleText(row[field] ?? '').trim();
    if (text === '') continue;
    const read = READERS[kind](text);
    if ('fault' in read) faults.push({ cell: cellId(row.id, field), code: read.fault });
    else facts[field] = read.value;
  }
  return { facts, faults };
}

/** What was typed as technology facts, with what cannot be read; rows that say nothing are left out. */
export function readForm(form: SelfCheckForm): ReadForm {
  const lineRows = form.lines.filter((row) => !isBlankLine(row));
  const lineIds = lineRows.map(({ id }) => id);
  const lines = lineRows.map((row) => readRow(row, LINE_CELLS));
  const machines = form.equipment
    .filter((row) => !isBlankMachine(row))
    .map((row) => ({ ...row, lineRef: lineIds.includes(row.lineRef) ? row.lineRef : '' }))
    .map((row) => readRow(row, MACHINE_CELLS));
  const { environmentalGroup } = form;
  const facts = {
    ...(environmentalGroup !== '' && { project: { environmentalGroup } }),
    lines: lines.map((line) => line.facts),
    equipment: machines.map((machine) => machine.facts),
  };
  return {
    facts: facts as TechnologyFacts,
    faults: [...lines, ...machines].flatMap((row) => row.faults),
    sent: { lines: lineIds, equipment: machines.map((machine) => String(machine.facts['id'])) },
  };
}

/** Id of the input that a JSON pointer of the API speaks of; null for what has none. */
export function cellOfPointer(pointer: string, sent: ReadForm['sent']): string | null {
  const [, section, place, field] = /^\/facts\/(lines|equipment)\/(\d+)\/(\w+)/.exec(pointer) ?? [];
  const row = section === undefined ? undefined : sent[section as Section][Number(place)];
  return row === undefined || field === undefined ? null : cellId(row, field);
}

export interface Change {
  section: Section;
  id: string;
  field: string;
  text: string;
}
/** A change that can be tried in the form: one number of one row. A standard or a site cannot be made up. */
export function triableChange({ path, to }: { path: string; to: number | string }): Change | null {
  const [, section, id, field] = /^(lines|equipment)\[([^\]]+)\]\.(\w+)$/.exec(path) ?? [];
  if (section === undefined || id === undefined || field === undefined) return null;
  if (typeof to !== 'number' || field === 'oecdSites') return null;
  return { section: section as Section, id, field, text: String(to).replace('.', ',') };
}
