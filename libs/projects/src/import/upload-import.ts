import { type Tx } from '#database';
import { type StoredFile } from '#documents';
import { type SheetOutline } from '../domain/import/layout.js';
import { type Table } from '../domain/import/table/table.types.js';
import { logImport } from './import-audit.js';
import { readImport } from './import.row.js';
import { type ImportLayout, type ProjectImport, type SheetLayout } from './import.types.js';
import { savedMappings } from './saved-mappings.js';

export interface UploadedList {
  fileName: string;
  file: StoredFile;
  format: Table['format'];
  csv: Table['csv'];
  outlines: readonly SheetOutline[];
}

/** Stores an uploaded list with what is proposed for each of its sheets, and logs its hash. */
export async function insertImport(tx: Tx, list: UploadedList): Promise<ProjectImport> {
  const { fileName, file, format, csv } = list;
  const layout: ImportLayout = { csv, sheets: await layoutOf(tx, list.outlines) };
  const row = await tx.one<{ id: string }>(
    `INSERT INTO project_import (authority_id, state, file_name, format, size, sha256, storage_key, layout, uploaded_by, uploaded_at)
     VALUES ($1, 'uploaded', $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      tx.actor.authorityId,
      fileName,
      format,
      file.size,
      file.sha256,
      file.key,
      JSON.stringify(layout),
      tx.actor.id,
      tx.at,
    ],
  );
  if (!row) throw new Error('an inserted import has an id');
  await logImport(tx, 'uploaded', row.id, { format, size: file.size, sha256: file.sha256 }, { fileName });
  return readImport(tx, row.id);
}

async function layoutOf(tx: Tx, outlines: readonly SheetOutline[]): Promise<SheetLayout[]> {
  const saved = await savedMappings(
    tx,
    outlines.map(({ headings }) => headings),
  );
  return outlines.map(({ headings, ...sheet }) => ({ ...sheet, saved: saved.get(headings) ?? null }));
}
