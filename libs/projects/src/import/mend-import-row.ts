import { type Tx } from '#database';
import { civilDateOf } from '#kernel';
import { likestAmong, type Named } from '../domain/duplicates.js';
import { mendRow, type MendedTexts } from '../domain/import/mend-row.js';
import { compareRows } from './compare-rows.js';
import { logImport } from './import-audit.js';
import { lockImport } from './import.row.js';
import { type ImportRow, type StoredImportRow } from './import.types.js';
import { readRow, replaceRow } from './import-rows.store.js';

export interface MendRequest {
  importId: string;
  number: number;
  texts: MendedTexts;
}

/**
 * Puts texts of a person in the place of cells of one row of a preview, and judges and compares the row again; the file stays
 * as it came, and the log says who wrote what. A decision on the row is asked again.
 * @throws Refusal `not_found`, `import_not_in_state`
 */
export async function mendImportRow(
  tx: Tx,
  { importId, number, texts }: MendRequest,
): Promise<StoredImportRow> {
  const { settings } = await lockImport(tx, importId, ['previewed']);
  const row = await readRow(tx, importId, number);
  const { unit = 'vnd', decimal = null } = settings?.amount ?? {};
  const mended = mendRow(row, texts, {
    mapping: settings?.mapping ?? {},
    amount: { unit, decimal },
    today: civilDateOf(tx.at),
  });
  const [compared] = await compareRows(tx, [mended]);
  if (compared) await replaceRow(tx, importId, await withinTheFile(tx, importId, compared));
  const after = await readRow(tx, importId, number);
  const facts = { number, fields: Object.keys(texts).join(','), kind: after.kind };
  await logImport(tx, 'row_mended', importId, facts, { from: row.written, to: texts });
  return after;
}

/** The row with the one of the same file that it looks like now, wherever that stands: a person decides which is meant. */
async function withinTheFile(tx: Tx, importId: string, row: ImportRow): Promise<ImportRow> {
  if (row.kind === 'faulty') return row;
  const others = await tx.query<Named & { number: number }>(
    `SELECT number, project ->> 'name' AS name, project ->> 'investorName' AS "investorName",
       project ->> 'investorTaxCode' AS "investorTaxCode" FROM project_import_row
      WHERE import_id = $1 AND number <> $2 AND kind <> 'faulty' ORDER BY number`,
    [importId, row.number],
  );
  const first = likestAmong(others, row.project);
  return first === null ? row : { ...row, kind: 'duplicate_in_file', firstNumber: first.number };
}
