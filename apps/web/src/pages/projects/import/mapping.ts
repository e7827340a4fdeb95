import { type Schema } from '../../../api/schema-names.js';
import { PROJECT_FIELDS, type ProjectField } from '../project-draft.js';
import { type ImportList, type ImportSheet } from './import.query.js';

export const UNITS = ['vnd', 'thousand_vnd', 'million_vnd', 'billion_vnd'] as const;
export type Unit = (typeof UNITS)[number];
/** How a list is to be read, as the form holds it; empty texts for what was not chosen. */
export interface Choice {
  sheet: string;
  headerRow: number;
  mapping: Partial<Record<ProjectField, string>>;
  unit: string;
  decimal: string;
}
type Saved = { mapping?: Record<string, string>; units?: Record<string, string | null> };

const proposed = ({ columns }: ImportSheet): Choice['mapping'] =>
  Object.fromEntries(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column]])));

/** The choice for a sheet: what was chosen for such a list before, else what is proposed. */
export function choiceFor(sheet: ImportSheet, saved: Saved | null = sheet.saved): Choice {
  const unit = saved?.units?.['capital'] ?? sheet.unit ?? '';
  return {
    sheet: sheet.name,
    headerRow: sheet.headerRow ?? 1,
    mapping: saved?.mapping ?? proposed(sheet),
    unit: UNITS.some((known) => known === unit) ? unit : '',
    decimal: saved?.units?.['decimal'] ?? '',
  };
}

/** Where a person begins: the settings of the last preview, else the first sheet that is shown and has rows. */
export function beginningOf({ sheets, settings }: ImportList): Choice | null {
  const last = settings as (Saved & { sheet?: string; headerRow?: number }) | null;
  const used = sheets.find(({ name }) => name === last?.sheet);
  if (used && last) return { ...choiceFor(used, last), headerRow: last.headerRow ?? 1 };
  const first = sheets.find(({ hidden, rows }) => !hidden && rows > 0) ?? sheets[0];
  return first ? choiceFor(first) : null;
}

/** What keeps a choice from being read, or null. */
export function choiceFault({
  headerRow,
  mapping,
  unit,
}: Choice): 'headerRowMissing' | 'columnsMissing' | 'twice' | 'unitMissing' | null {
  if (headerRow < 1) return 'headerRowMissing';
  if (!mapping.name || !mapping.investorName) return 'columnsMissing';
  const columns = Object.values(mapping).filter(Boolean);
  if (new Set(columns).size < columns.length) return 'twice';
  return mapping.capitalVnd && unit === '' ? 'unitMissing' : null;
}

/** The body of a preview. */
export function previewOf({ sheet, headerRow, mapping, unit, decimal }: Choice): Schema<'PreviewImportDto'> {
  const chosen = PROJECT_FIELDS.flatMap((field) => (mapping[field] ? [[field, mapping[field]]] : []));
  const units = { ...(unit !== '' && { capital: unit }), ...(decimal !== '' && { decimal }) };
  return { sheet, headerRow, mapping: Object.fromEntries(chosen) as object, units: units as object };
}
