import { type Tx } from '#database';
import { visibleProjectsSql } from '#identity';
import { Refusal } from '#kernel';
import { type DuplicateReason } from '../domain/duplicates.js';
import { type ImportRow, type RowKind, type RowOutcome, type StoredImportRow } from './import.types.js';

const AT_ONCE = 1000;
const COLUMNS = `number, kind, hidden, project, written, faults, formulas, first_number AS "firstNumber", duplicates, decision,
  target_id AS "targetId", outcome, skip_reason AS "skipReason", project_id AS "projectId"`;

/** Puts the rows of a preview in place of those of an earlier one. */
export async function replaceRows(tx: Tx, importId: string, rows: readonly ImportRow[]): Promise<void> {
  await tx.query('DELETE FROM project_import_row WHERE import_id = $1', [importId]);
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await tx.query(
      `INSERT INTO project_import_row (import_id, number, kind, hidden, project, written, faults, formulas, first_number, duplicates)
       SELECT $1, number, kind, hidden, project, written, faults, formulas, "firstNumber", duplicates
         FROM jsonb_to_recordset($2::jsonb) AS row (number int, kind text, hidden boolean, project jsonb, written jsonb, faults jsonb,
           formulas text[], "firstNumber" int, duplicates jsonb)`,
      [importId, JSON.stringify(rows.slice(at, at + AT_ONCE))],
    );
  }
}

/** Puts one row in the place of what a preview made of it; what somebody decided on it is asked again. */
export async function replaceRow(tx: Tx, importId: string, row: ImportRow): Promise<void> {
  const { number, kind, project, written, faults, formulas, firstNumber, duplicates } = row;
  await tx.query(
    `UPDATE project_import_row SET kind = $3, project = $4, written = $5, faults = $6, formulas = $7, first_number = $8,
       duplicates = $9, decision = NULL, target_id = NULL WHERE import_id = $1 AND number = $2`,
    [
      ...[importId, number, kind, JSON.stringify(project), JSON.stringify(written), JSON.stringify(faults)],
      ...[formulas, firstNumber, JSON.stringify(duplicates)],
    ],
  );
}

/** One row. @throws Refusal `not_found` */
export async function readRow(tx: Tx, importId: string, number: number): Promise<StoredImportRow> {
  const row = await tx.one<StoredImportRow>(
    `SELECT ${COLUMNS} FROM project_import_row WHERE import_id = $1 AND number = $2`,
    [importId, number],
  );
  if (!row) throw new Refusal('not_found');
  return row;
}

export interface RowFilter {
  kind: RowKind | null;
  outcome: RowOutcome | null;
}
/** Rows in the order of the file, after one of them. */
export const pageOfRows = (
  tx: Tx,
  importId: string,
  { kind, outcome }: RowFilter,
  after: number,
  count: number,
): Promise<StoredImportRow[]> =>
  tx.query<StoredImportRow>(
    `SELECT ${COLUMNS} FROM project_import_row WHERE import_id = $1 AND number > $2 AND ($3::text IS NULL OR kind = $3)
       AND ($4::text IS NULL OR outcome = $4) ORDER BY number LIMIT $5`,
    [importId, after, kind, outcome, count],
  );

/** The next rows that nothing was done with yet. */
export const waitingRows = (tx: Tx, importId: string, count: number): Promise<StoredImportRow[]> =>
  tx.query<StoredImportRow>(
    `SELECT ${COLUMNS} FROM project_import_row WHERE import_id = $1 AND outcome IS NULL ORDER BY number LIMIT $2`,
    [importId, count],
  );

export interface RowCounts {
  kinds: Record<RowKind, number>;
  hidden: number;
  formulas: number;
  /** Duplicates on which nobody decided. */
  undecidedInFile: number;
  undecidedInRegister: number;
}

/** How many rows there are of each kind. */
export async function countRows(tx: Tx, importId: string): Promise<RowCounts> {
  const row = await tx.one<Record<string, number>>(
    `SELECT count(*) FILTER (WHERE kind = 'new')::int AS new, count(*) FILTER (WHERE kind = 'faulty')::int AS faulty,
       count(*) FILTER (WHERE kind = 'duplicate_in_file')::int AS in_file, count(*) FILTER (WHERE kind = 'duplicate_of_register')::int AS of_register,
       count(*) FILTER (WHERE kind = 'unchanged')::int AS unchanged, count(*) FILTER (WHERE hidden)::int AS hidden,
       count(*) FILTER (WHERE formulas <> '{}')::int AS formulas,
       count(*) FILTER (WHERE kind = 'duplicate_in_file' AND decision IS NULL)::int AS undecided_in_file,
       count(*) FILTER (WHERE kind = 'duplicate_of_register' AND decision IS NULL)::int AS undecided_in_register
      FROM project_import_row WHERE import_id = $1`,
    [importId],
  );
  const of = (name: string) => row?.[name] ?? 0;
  return {
    kinds: {
      new: of('new'),
      faulty: of('faulty'),
      duplicate_in_file: of('in_file'),
      duplicate_of_register: of('of_register'),
      unchanged: of('unchanged'),
    },
    hidden: of('hidden'),
    formulas: of('formulas'),
    undecidedInFile: of('undecided_in_file'),
    undecidedInRegister: of('undecided_in_register'),
  };
}

/** A project that a row looks like, as far as the reader may see it. */
export interface ShownDuplicate {
  projectId: string;
  name: string;
  investorName: string;
  reasons: DuplicateReason[];
  similarity: number;
}

/** The duplicates of rows that the actor may see today, by project; others are as if they were not there. */
export async function visibleDuplicates(
  tx: Tx,
  rows: readonly StoredImportRow[],
): Promise<Map<string, Pick<ShownDuplicate, 'name' | 'investorName'>>> {
  const ids = [...new Set(rows.flatMap(({ duplicates }) => duplicates.map(({ projectId }) => projectId)))];
  if (ids.length === 0) return new Map();
  const visible = visibleProjectsSql(tx, 1, 'p');
  const found = await tx.query<{ id: string; name: string; investorName: string }>(
    `SELECT p.id, p.name, p.investor_name AS "investorName" FROM investment_project p
      WHERE p.id = ANY ($1::uuid[]) AND p.merged_into IS NULL AND ${visible.sql}`,
    [ids, ...visible.values],
  );
  return new Map(found.map(({ id, ...shown }) => [id, shown]));
}
