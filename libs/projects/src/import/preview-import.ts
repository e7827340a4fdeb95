import { type Tx } from '#database';
import { civilDateOf, Refusal } from '#kernel';
import { headingsOf } from '../domain/import/columns/header.js';
import { headingsKey, requireMapping } from '../domain/import/columns/mapping.js';
import { readRows } from '../domain/import/read-rows.js';
import { type Table, type TableSheet } from '../domain/import/table/table.types.js';
import { type AmountReading } from '../domain/import/values/read-amount.js';
import { compareRows } from './compare-rows.js';
import { lockImport, readOwnImport } from './import.row.js';
import { type ImportSettings, type ProjectImport } from './import.types.js';
import { replaceRows } from './import-rows.store.js';
import { saveMapping } from './saved-mappings.js';

/** States in which a list may be looked at anew: nothing of it stands in the register yet. */
const BEFORE_RUN = ['uploaded', 'previewed'] as const;

/** The sheet that a person chose, with the choice checked. @throws Refusal `import_sheet_unknown`, `import_mapping_invalid`, those of `requireMapping` */
export function requireChoice({ sheets }: Table, settings: ImportSettings): TableSheet {
  const sheet = sheets.find(({ name }) => name === settings.sheet);
  if (!sheet) throw new Refusal('import_sheet_unknown', { sheets: sheets.map(({ name }) => name) });
  requireMapping(sheet, settings.headerRow, settings.mapping, settings.amount);
  const width = headingsOf(sheet, settings.headerRow).length;
  const columns = Object.values(settings.mapping);
  if (columns.some((column) => column >= width) || new Set(columns).size < columns.length)
    throw new Refusal('import_mapping_invalid', { columns: width });
  return sheet;
}

/**
 * Reads the rows of a list as a person wants them read, compares them with the register and keeps them for the run.
 * Nothing in the register changes. @throws Refusal `not_found`, `import_not_in_state`
 */
export async function previewImport(
  tx: Tx,
  importId: string,
  sheet: TableSheet,
  settings: ImportSettings,
): Promise<ProjectImport> {
  await lockImport(tx, importId, BEFORE_RUN);
  const { headerRow, mapping, amount } = settings;
  const read = readRows(sheet, { headerRow, mapping, amount: completed(amount), today: civilDateOf(tx.at) });
  const rows = await compareRows(tx, read);
  await replaceRows(tx, importId, rows);
  await saveMapping(tx, headingsKey(headingsOf(sheet, headerRow)), settings);
  await tx.query(
    `UPDATE project_import SET state = 'previewed', settings = $2, total = $3, revision = revision + 1 WHERE id = $1`,
    [importId, JSON.stringify(settings), rows.length],
  );
  return readOwnImport(tx, importId);
}

/** A list without a column of capital needs no unit. */
const completed = ({ unit = 'vnd', decimal = null }: Partial<AmountReading>): AmountReading => ({
  unit,
  decimal,
});
