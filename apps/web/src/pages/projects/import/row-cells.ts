import { PROJECT_FIELDS, type ProjectField } from '../project-draft.js';
import { type ImportRow } from './import.query.js';

export const cellId = (row: number, field: string | null): string => `cell-${row}-${field ?? 'row'}`;

/** The fields of a row that a person can mend: its faulty cells; every field that is read, where the row as a whole is wrong. */
export function mendableFields(row: ImportRow, { settings }: { settings: unknown }): ProjectField[] {
  const mapping = (settings as { mapping?: Record<string, string> } | null)?.mapping ?? {};
  if (row.faults.some(({ field }) => field === null))
    return PROJECT_FIELDS.filter((field) => mapping[field] !== undefined);
  // A tie to the investor is no fault of the cell: nobody writes another investor there.
  const faulty = row.faults.filter(({ code }) => code !== 'importer_tied').map(({ field }) => field);
  return [...new Set(faulty)].flatMap((field) => PROJECT_FIELDS.filter((known) => known === field));
}

/** What stands in the cells that are to be mended, as the file has it. */
export const writtenIn = (
  row: ImportRow,
  fields: readonly ProjectField[],
): Partial<Record<ProjectField, string>> =>
  Object.fromEntries(
    fields.map((field) => [field, (row.written as Partial<Record<ProjectField, string>>)[field] ?? '']),
  );
