import { visibleText } from '#contracts';

/** What a cell holds, and so how its text is read. */
export type CellKind = 'text' | 'choice' | 'year' | 'percent' | 'codes' | 'sites' | 'line';

/** Fields of a line as the facts name them. */
export const LINE_CELLS = {
  technologyName: 'text',
  condition: 'choice',
  acquisition: 'choice',
  actualCapacityPct: 'percent',
  efficiencyPct: 'percent',
  consumptionOverDesignPct: 'percent',
  standards: 'codes',
  oecdSites: 'sites',
} as const satisfies Record<string, CellKind>;
/** Fields of a machine in the order of the table; a table that is pasted without headings has the same. */
export const MACHINE_CELLS = {
  name: 'text',
  hsCode: 'text',
  yearMade: 'year',
  plannedArrivalYear: 'year',
  condition: 'choice',
  acquisition: 'choice',
  standards: 'codes',
  lineRef: 'line',
} as const satisfies Record<string, CellKind>;
export type LineField = keyof typeof LINE_CELLS;
export type MachineField = keyof typeof MACHINE_CELLS;
export const MACHINE_FIELDS = Object.keys(MACHINE_CELLS) as MachineField[];

export type Row<Field extends string> = { id: string } & Record<Field, string>;
export type LineRow = Row<LineField>;
export type MachineRow = Row<MachineField>;

/** Everything that was typed, as it was typed: nothing is lost because it cannot be read. */
export interface SelfCheckForm {
  procedureId: string;
  receivedOn: string;
  environmentalGroup: string;
  lines: LineRow[];
  equipment: MachineRow[];
}
export type Section = 'lines' | 'equipment';
const PREFIX: Record<Section, string> = { lines: 'line', equipment: 'equipment' };

const idOf = (section: Section, number: number): string => `${PREFIX[section]}-${number}`;

/** The number of an id that no row of the section has; ids are never given twice, so that faults and findings find their row. */
function freeNumber(section: Section, rows: readonly { id: string }[]): number {
  const numbers = rows.map(({ id }) => Number(id.slice(PREFIX[section].length + 1)));
  return Math.max(0, ...numbers) + 1;
}

const blankLine = (id: string): LineRow => ({
  ...{ id, technologyName: '', condition: 'new', acquisition: 'imported' },
  ...{ actualCapacityPct: '', efficiencyPct: '', consumptionOverDesignPct: '', standards: '', oecdSites: '' },
});
const blankMachine = (id: string, year: string): MachineRow => ({
  ...{ id, name: '', hsCode: '', yearMade: '', plannedArrivalYear: year },
  ...{ condition: 'used', acquisition: 'imported', standards: '', lineRef: '' },
});

export const withLine = (form: SelfCheckForm): SelfCheckForm => ({
  ...form,
  lines: [...form.lines, blankLine(idOf('lines', freeNumber('lines', form.lines)))],
});
/** More machines, to arrive in the year of the day of receipt unless it is said otherwise. */
export function withMachines(form: SelfCheckForm, more: number): SelfCheckForm {
  const first = freeNumber('equipment', form.equipment);
  const year = form.receivedOn.slice(0, 4);
  const added = Array.from({ length: more }, (_, index) =>
    blankMachine(idOf('equipment', first + index), year),
  );
  return { ...form, equipment: [...form.equipment, ...added] };
}
export const withMachine = (form: SelfCheckForm): SelfCheckForm => withMachines(form, 1);

/** One line and one machine to fill in. @param today civil date */
export const blankForm = (today: string): SelfCheckForm =>
  withMachine(
    withLine({
      ...{ procedureId: 'opinion', receivedOn: today, environmentalGroup: '' },
      ...{ lines: [], equipment: [] },
    }),
  );

/** The form without a row; machines of a line that goes stand alone. */
export function withoutRow(form: SelfCheckForm, section: Section, id: string): SelfCheckForm {
  const equipment = form.equipment
    .filter((row) => section !== 'equipment' || row.id !== id)
    .map((row) => (section === 'lines' && row.lineRef === id ? { ...row, lineRef: '' } : row));
  return { ...form, equipment, lines: form.lines.filter((row) => section !== 'lines' || row.id !== id) };
}

/** The form with one cell changed; a cell that no row has changes nothing. */
export function withCell(
  form: SelfCheckForm,
  section: Section,
  { id, field, text }: { id: string; field: string; text: string },
): SelfCheckForm {
  const rows: readonly { id: string }[] = form[section];
  return { ...form, [section]: rows.map((row) => (row.id === id ? { ...row, [field]: text } : row)) };
}

/** A used press that is over its age, beside a float glass line: something to look at for whoever has nothing yet. */
export function exampleForm(today: string, press: string): SelfCheckForm {
  const form = blankForm(today);
  const year = Number(today.slice(0, 4));
  return {
    ...form,
    environmentalGroup: 'II',
    lines: form.lines.map((line) => ({ ...line, technologyName: 'Sản xuất kính nổi' })),
    equipment: form.equipment.map((machine) => ({
      ...machine,
      ...{ name: press, hsCode: '84771039', yearMade: String(year - 14) },
    })),
  };
}

const isBlank = (text: string): boolean => visibleText(text).trim() === '';
/** Rows that say nothing are no facts: only what is chosen by itself stands in them. */
export const isBlankLine = ({ technologyName, standards, oecdSites, ...row }: LineRow): boolean =>
  [
    technologyName,
    standards,
    oecdSites,
    row.actualCapacityPct,
    row.efficiencyPct,
    row.consumptionOverDesignPct,
  ].every(isBlank);
export const isBlankMachine = ({ name, hsCode, yearMade, standards }: MachineRow): boolean =>
  [name, hsCode, yearMade, standards].every(isBlank);
