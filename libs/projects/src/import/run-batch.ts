import { type Tx } from '#database';
import { digestOf } from '#kernel';
import { findDuplicates } from '../register/find-duplicates.js';
import { insertProjects } from '../register/insert-projects.js';
import { updateProjects } from '../register/update-projects.js';
import { logImport } from './import-audit.js';
import {
  type ProjectImport,
  type RowDecision,
  type SkipReason,
  type StoredImportRow,
  type Undecided,
} from './import.types.js';
import { waitingRows } from './import-rows.store.js';

/** Rows in one transaction: a crash repeats at most so many. */
export const BATCH_ROWS = 500;

/** What became of a row. */
interface RowResult {
  number: number;
  outcome: 'inserted' | 'updated' | 'skipped' | 'faulty';
  skipReason: SkipReason | null;
  projectId: string | null;
}
type Step = 'insert' | 'insert_if_new' | 'update' | 'faulty' | SkipReason;

/**
 * Brings the next rows of a locked import into the register and notes what became of each, in the transaction of the
 * caller: after a crash the batch is there whole or not at all. Returns whether rows are left.
 */
export async function runBatch(tx: Tx, list: ProjectImport): Promise<boolean> {
  const rows = await waitingRows(tx, list.id, BATCH_ROWS);
  const undecided = list.undecided ?? { inFile: null, inRegister: null };
  const steps = new Map(rows.map((row) => [row.number, stepOf(row, undecided)]));
  const of = (...wanted: Step[]) =>
    rows.filter(({ number }) => wanted.includes(steps.get(number) ?? 'decided'));
  const known = await enteredMeanwhile(tx, list.id, of('insert_if_new'));
  const results = [
    ...(await inserted(tx, list.id, [
      ...of('insert'),
      ...of('insert_if_new').filter(({ number }) => !known.has(number)),
    ])),
    ...(await updated(tx, list.id, of('update'))),
    ...of('insert_if_new')
      .filter(({ number }) => known.has(number))
      .map(skipped('entered_meanwhile')),
    ...of('decided').map(skipped('decided')),
    ...of('unchanged').map(skipped('unchanged')),
    ...of('faulty').map(({ number }): RowResult => ({
      number,
      outcome: 'faulty',
      skipReason: null,
      projectId: null,
    })),
  ];
  await noteResults(tx, list.id, results);
  await logBatch(tx, list.id, rows, results);
  return noteProgress(tx, list, results);
}

function stepOf({ kind, decision }: StoredImportRow, { inFile, inRegister }: Undecided): Step {
  if (kind === 'faulty' || kind === 'unchanged') return kind;
  if (kind === 'new') return 'insert_if_new';
  return STEPS[decision ?? (kind === 'duplicate_in_file' ? inFile : inRegister) ?? 'skip'];
}
const STEPS: Record<RowDecision, Step> = {
  skip: 'decided',
  import_as_new: 'insert',
  update_existing: 'update',
};

const skipped =
  (skipReason: SkipReason) =>
  ({ number }: StoredImportRow): RowResult => ({ number, outcome: 'skipped', skipReason, projectId: null });

/** Rows that were new at the preview, and now look like a project that came from somewhere else since. */
async function enteredMeanwhile(
  tx: Tx,
  importId: string,
  rows: readonly StoredImportRow[],
): Promise<Set<number>> {
  const register = await findDuplicates(
    tx,
    rows.map(({ project }) => project),
  );
  const others = await tx.query<{ id: string }>(
    'SELECT id FROM investment_project WHERE id = ANY ($1::uuid[]) AND import_id IS DISTINCT FROM $2',
    [register.map(({ projectId }) => projectId), importId],
  );
  const ids = new Set(others.map(({ id }) => id));
  return new Set(
    register.flatMap(({ index, projectId }) => (ids.has(projectId) ? [rows[index]?.number ?? 0] : [])),
  );
}

async function inserted(tx: Tx, importId: string, rows: readonly StoredImportRow[]): Promise<RowResult[]> {
  const made = await insertProjects(
    tx,
    rows.map(({ project }) => project),
    { source: 'import', importId, rowNumbers: rows.map(({ number }) => number) },
  );
  return made.map(({ id, index }) => ({
    number: rows[index]?.number ?? 0,
    outcome: 'inserted',
    skipReason: null,
    projectId: id,
  }));
}

/** Several rows may bring something to one project: they do so one after the other, in the order of the file. */
async function updated(tx: Tx, importId: string, rows: readonly StoredImportRow[]): Promise<RowResult[]> {
  const targets = rows.map((row) => ({ row, projectId: row.targetId ?? row.duplicates[0]?.projectId ?? '' }));
  const stale = await changedMeanwhile(tx, importId, targets);
  const results = rows.filter(({ number }) => stale.has(number)).map(skipped('entered_meanwhile'));
  let left = targets.filter(({ row }) => !stale.has(row.number));
  while (left.length > 0) {
    const turn = left.filter(
      ({ projectId }, index) => left.findIndex((other) => other.projectId === projectId) === index,
    );
    const written = await updateProjects(
      tx,
      turn.map(({ row, projectId }) => ({
        projectId,
        project: row.project,
        importId,
        importRow: row.number,
      })),
    );
    for (const { row, projectId } of turn)
      results.push(updateResult(row, written.has(projectId) ? projectId : null));
    left = left.filter((pair) => !turn.includes(pair));
  }
  return results;
}

interface Target {
  row: StoredImportRow;
  projectId: string;
}

/** Rows whose project was corrected since the preview, by anybody but this list: the correction is not overwritten. */
async function changedMeanwhile(
  tx: Tx,
  importId: string,
  targets: readonly Target[],
): Promise<ReadonlySet<number>> {
  const seen = targets.flatMap(({ row, projectId }) => {
    const revision = row.duplicates.find((duplicate) => duplicate.projectId === projectId)?.revision;
    return revision === undefined ? [] : [{ number: row.number, id: projectId, revision }];
  });
  const ids = [...new Set(seen.map(({ id }) => id))];
  await tx.query('SELECT 1 FROM investment_project WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [
    ids,
  ]);
  const stale = await tx.query<{ number: number }>(
    `SELECT DISTINCT s.number FROM jsonb_to_recordset($1::jsonb) AS s (number int, id uuid, revision int)
       JOIN project_event e ON e.project_id = s.id AND e.seq > s.revision AND e.kind = 'changed'
        AND e.facts ->> 'importId' IS DISTINCT FROM $2`,
    [JSON.stringify(seen), importId],
  );
  return new Set(stale.map(({ number }) => number));
}

const updateResult = (row: StoredImportRow, projectId: string | null): RowResult =>
  projectId === null
    ? skipped('target_gone')(row)
    : { number: row.number, outcome: 'updated', skipReason: null, projectId };

async function noteResults(tx: Tx, importId: string, results: readonly RowResult[]): Promise<void> {
  await tx.query(
    `UPDATE project_import_row r SET outcome = i.outcome, skip_reason = i."skipReason", project_id = i."projectId"
       FROM jsonb_to_recordset($2::jsonb) AS i (number int, outcome text, "skipReason" text, "projectId" uuid)
      WHERE r.import_id = $1 AND r.number = i.number`,
    [importId, JSON.stringify(results)],
  );
}

/** The digest lets anybody prove later what was entered by which row; the values stay in the rows and in the register. */
async function logBatch(
  tx: Tx,
  importId: string,
  rows: readonly StoredImportRow[],
  results: readonly RowResult[],
): Promise<void> {
  const outcomes = new Map(results.map((result) => [result.number, result]));
  const evidence = rows.map(({ number, project }) => {
    const { outcome = null, projectId = null } = outcomes.get(number) ?? {};
    return { number, outcome, projectId, project };
  });
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  await logImport(tx, 'advanced', importId, { first, last, rows: rows.length, digest: digestOf(evidence) });
}

async function noteProgress(tx: Tx, list: ProjectImport, results: readonly RowResult[]): Promise<boolean> {
  const count = (outcome: RowResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  const row = await tx.one<ProjectImport>(
    `UPDATE project_import SET done = done + $2, inserted = inserted + $3, updated = updated + $4, skipped = skipped + $5,
       faulty = faulty + $6, tries = 0, last_error = NULL, started_at = coalesce(started_at, $7),
       state = CASE WHEN done + $2 = total THEN 'finished' ELSE 'running' END,
       ended_at = CASE WHEN done + $2 = total THEN $7::timestamptz END, revision = revision + 1
      WHERE id = $1 RETURNING state, inserted, updated, skipped, faulty`,
    [list.id, results.length, count('inserted'), count('updated'), count('skipped'), count('faulty'), tx.at],
  );
  if (row?.state !== 'finished') return true;
  const { inserted, updated, skipped: left, faulty } = row;
  await logImport(tx, 'finished', list.id, { sha256: list.sha256, inserted, updated, skipped: left, faulty });
  return false;
}
