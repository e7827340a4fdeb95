import {
  columnLetters,
  FIELD_WORDS,
  type ImportField,
  type ImportSettings,
  type ProjectImport,
  type RowCounts,
  rowFaultText,
  type SheetLayout,
  type StoredImportRow,
} from '#projects';
import { type Language } from '../../http/language.js';
import { type ImportDto, type ImportRowDto, type ImportSummaryDto } from './import-answers.dto.js';

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** An import without its rows and sheets. */
export function importSummary(row: ProjectImport, now: Date): ImportSummaryDto {
  const { id, state, fileName, format, size, sha256, uploadedBy, uploadedAt, revision } = row;
  return {
    id,
    state,
    fileName,
    format,
    size,
    sha256,
    uploadedBy,
    uploadedAt: uploadedAt.toISOString(),
    progress: progressOf(row, now),
    revision,
  };
}

function progressOf(row: ProjectImport, now: Date): ImportSummaryDto['progress'] {
  const { total, done, inserted, updated, skipped, faulty, queuedAt, startedAt, endedAt, lastError, undone } =
    row;
  const waits = row.state === 'queued' && queuedAt !== null;
  return {
    total,
    done,
    percent: total === 0 ? 0 : Math.floor((100 * done) / total),
    inserted,
    updated,
    skipped,
    faulty,
    queuedAt: iso(queuedAt),
    waitingSeconds: waits ? Math.max(0, Math.round((now.getTime() - queuedAt.getTime()) / 1000)) : null,
    startedAt: iso(startedAt),
    expectedEndAt: iso(expectedEnd(row, now)),
    endedAt: iso(endedAt),
    lastError,
    undone,
  };
}

/** From the pace so far; null before the first batch and after the end. */
function expectedEnd({ state, startedAt, total, done }: ProjectImport, now: Date): Date | null {
  if (state !== 'running' || startedAt === null || done === 0) return null;
  const elapsed = now.getTime() - startedAt.getTime();
  return new Date(now.getTime() + (elapsed / done) * (total - done));
}

/** An import with its sheets (for its uploader) and the counts of its rows. */
export function importView(
  row: ProjectImport,
  counts: RowCounts,
  around: { now: Date; sameFile: string[]; own: boolean; language: Language },
): ImportDto {
  const { kinds, ...others } = counts;
  return {
    ...importSummary(row, around.now),
    csv: row.layout.csv,
    sheets: around.own ? row.layout.sheets.map((sheet) => sheetView(sheet, around.language)) : [],
    settings: around.own && row.settings ? settingsView(row.settings) : null,
    counts: {
      new: kinds.new,
      faulty: kinds.faulty,
      duplicateInFile: kinds.duplicate_in_file,
      duplicateOfRegister: kinds.duplicate_of_register,
      unchanged: kinds.unchanged,
      ...others,
    },
    sameFile: around.sameFile,
  };
}

const labelOf = (field: ImportField | null, language: Language): string | null =>
  field === null ? null : FIELD_WORDS[field][language];

const sheetView = (sheet: SheetLayout, language: Language): ImportDto['sheets'][number] => ({
  ...sheet,
  columns: sheet.columns.map(({ column, heading, field, score, repeated }) => ({
    column: columnLetters(column),
    heading,
    field,
    label: labelOf(field, language),
    score,
    repeated,
  })),
  saved: sheet.saved && choiceView(sheet.saved),
});

const choiceView = ({ mapping, amount }: Pick<ImportSettings, 'mapping' | 'amount'>) => ({
  mapping: Object.fromEntries(
    Object.entries(mapping).map(([field, column]) => [field, columnLetters(column)]),
  ),
  units: { capital: amount.unit ?? null, decimal: amount.decimal ?? null },
});

const settingsView = (settings: ImportSettings): Record<string, unknown> => ({
  sheet: settings.sheet,
  headerRow: settings.headerRow,
  ...choiceView(settings),
});

/** A row, its faults in the language of the reader, its duplicates as far as the reader may see them. */
export function rowView(
  row: StoredImportRow,
  visible: ReadonlyMap<string, { name: string; investorName: string }>,
  language: Language,
): ImportRowDto {
  return {
    ...row,
    faults: row.faults.map(({ field, cell, code }) => ({
      field,
      label: labelOf(field, language),
      cell,
      code,
      message: rowFaultText(code, language),
    })),
    duplicates: row.duplicates.flatMap((duplicate) => {
      const shown = visible.get(duplicate.projectId);
      return shown ? [{ ...duplicate, ...shown }] : [];
    }),
    targetId: row.targetId !== null && visible.has(row.targetId) ? row.targetId : null,
  };
}
