import { type NewProject } from '#contracts';
import { type Tx } from '#database';
import { duplicatesWithin } from '../domain/duplicates.js';
import { type ReadRow } from '../domain/import/read-rows.js';
import { findDuplicates } from '../register/find-duplicates.js';
import { projectsById } from '../register/projects-by-id.js';
import { tiesOfImporter } from './importer-ties.js';
import { type ImportRow, type RowDuplicate } from './import.types.js';

const AT_ONCE = 1000;
/** Of one row; more would help nobody to decide. */
const SHOWN_AT_MOST = 10;

/**
 * Says of each row what it is to the register: new, faulty, like an earlier row of the file, like a project that the
 * actor may see, or exactly what stands there already. Projects that the actor may not see are not compared with.
 */
export async function compareRows(tx: Tx, read: readonly ReadRow[]): Promise<ImportRow[]> {
  const isTied = await tiesOfImporter(tx);
  const rows = read.map((row) => (isTied(row.project) ? withTieFault(row) : row));
  const sound = rows.filter(isSound);
  const alike = duplicatesWithin(sound.map(({ project }) => project));
  const within = new Map(alike.map((pair) => [pair.index, pair]));
  const register = await registerDuplicates(tx, sound);
  const position = new Map(sound.map((row, index) => [row.number, index]));
  return rows.map((row) => {
    const index = position.get(row.number) ?? -1;
    const first = within.get(index);
    return importRow(row, sound[first?.first ?? -1]?.number ?? null, register.get(index) ?? []);
  });
}

type SoundRow = ReadRow & { project: NewProject };
/** The rules of the register ask for all that every project has. */
const isSound = (row: ReadRow): row is SoundRow => row.faults.length === 0;

const withTieFault = (row: ReadRow): ReadRow => ({
  ...row,
  faults: [...row.faults, { field: 'investorName', cell: null, code: 'importer_tied' }],
});

type Compared = RowDuplicate & { same: boolean };

async function registerDuplicates(tx: Tx, sound: readonly SoundRow[]): Promise<Map<number, Compared[]>> {
  const byRow = new Map<number, Compared[]>();
  for (let from = 0; from < sound.length; from += AT_ONCE) {
    const batch = sound.slice(from, from + AT_ONCE).map(({ project }) => project);
    const register = await findDuplicates(tx, batch);
    const standing = await projectsById(tx, [...new Set(register.map(({ projectId }) => projectId))]);
    for (const { index, projectId, reasons, similarity, revision } of register) {
      const project = standing.get(projectId);
      const same = project !== undefined && tellsNothingNew(batch[index], project);
      const known = byRow.get(from + index) ?? [];
      if (known.length < SHOWN_AT_MOST) known.push({ projectId, reasons, similarity, revision, same });
      byRow.set(from + index, known);
    }
  }
  return byRow;
}

/** Whether everything that the row says stands in the register already. */
const tellsNothingNew = (row: NewProject | undefined, project: NewProject): boolean =>
  row !== undefined &&
  (Object.keys(row) as (keyof NewProject)[]).every(
    (field) => row[field] === null || row[field] === project[field],
  );

function importRow(row: ReadRow, firstNumber: number | null, found: readonly Compared[]): ImportRow {
  const kind = kindOf(row, firstNumber, found);
  return {
    ...row,
    project: row.project as NewProject,
    kind,
    firstNumber: kind === 'duplicate_in_file' ? firstNumber : null,
    duplicates: found.map(({ same: _same, ...duplicate }) => duplicate),
  };
}

function kindOf(
  { faults }: ReadRow,
  firstNumber: number | null,
  found: readonly Compared[],
): ImportRow['kind'] {
  if (faults.length > 0) return 'faulty';
  if (firstNumber !== null) return 'duplicate_in_file';
  if (found.some(({ same }) => same)) return 'unchanged';
  return found.length > 0 ? 'duplicate_of_register' : 'new';
}
