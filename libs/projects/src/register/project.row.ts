import { type NewProject, type ProjectSource } from '#contracts';
import { type Tx } from '#database';
import { Refusal } from '#kernel';

/** A project as it lies in the register. Civil dates are texts, instants are `Date`. */
export interface ProjectRow extends NewProject {
  id: string;
  authorityId: string;
  investorOrgId: string | null;
  source: ProjectSource;
  importId: string | null;
  importRow: number | null;
  decisionId: string | null;
  mergedInto: string | null;
  revision: number;
  enteredBy: string;
  enteredAt: Date;
  updatedBy: string;
  updatedAt: Date;
}

/** Columns of what people enter, in the order of `NewProject`. */
export const PARTICULARS: Record<keyof NewProject, string> = {
  name: 'name',
  investorName: 'investor_name',
  investorTaxCode: 'investor_tax_code',
  projectAuthority: 'project_authority',
  agencyName: 'agency_name',
  sectorVsic: 'sector_vsic',
  capitalVnd: 'capital_vnd',
  capitalOrigin: 'capital_origin',
  investorCountry: 'investor_country',
  communeCode: 'commune_code',
  projectGroup: 'project_group',
  registeredOn: 'registered_on',
  policyDecidedOn: 'policy_decided_on',
  certificateNumber: 'certificate_number',
  certificateOn: 'certificate_on',
  sourceText: 'source_text',
};
const COLUMNS: Record<keyof ProjectRow, string> = {
  id: 'id',
  authorityId: 'authority_id',
  ...PARTICULARS,
  investorOrgId: 'investor_org_id',
  source: 'source',
  importId: 'import_id',
  importRow: 'import_row',
  decisionId: 'decision_id',
  mergedInto: 'merged_into',
  revision: 'revision',
  enteredBy: 'entered_by',
  enteredAt: 'entered_at',
  updatedBy: 'updated_by',
  updatedAt: 'updated_at',
};

/** The select list that makes a `ProjectRow`, with the table's alias. */
export const projectColumns = (alias: string): string =>
  Object.entries(COLUMNS)
    .map(([property, column]) =>
      column === 'capital_vnd'
        ? `${alias}.capital_vnd::float8 AS "capitalVnd"`
        : `${alias}.${column} AS "${property}"`,
    )
    .join(', ');

const ANY = { lock: false, where: { sql: 'true', values: [] } };

/**
 * Reads a project, or locks it for the rest of the transaction. Null when there is none, or when a condition on `p`, whose
 * values begin at $2, does not hold: then nobody waits for the lock.
 */
export async function readProject(
  tx: Tx,
  id: string,
  { lock, where }: { lock: boolean; where: { sql: string; values: readonly unknown[] } } = ANY,
): Promise<ProjectRow | null> {
  return tx.one<ProjectRow>(
    `SELECT ${projectColumns('p')} FROM investment_project p WHERE p.id = $1 AND ${where.sql} ${lock ? 'FOR UPDATE OF p' : ''}`,
    [id, ...where.values],
  );
}

/** Only what people enter of a project. */
export function particularsOf(row: NewProject): NewProject {
  const entries = (Object.keys(PARTICULARS) as (keyof NewProject)[]).map((field) => [field, row[field]]);
  return Object.fromEntries(entries) as Record<keyof NewProject, unknown> as NewProject;
}

/** Columns that a write sets, by name, with their values. */
export type ProjectPatch = Record<string, unknown>;

/**
 * Writes a change of a locked project by compare-and-set on its revision and returns the new row.
 * @throws Refusal `stale_revision` when somebody else wrote first.
 */
export async function writeProject(tx: Tx, row: ProjectRow, patch: ProjectPatch): Promise<ProjectRow> {
  const entries = Object.entries(patch);
  const sets = entries.map(([column], index) => `${column} = $${index + 5}`);
  const written = await tx.one<ProjectRow>(
    `UPDATE investment_project p SET ${['revision = revision + 1', 'updated_at = $3', 'updated_by = $4', ...sets].join(', ')}
      WHERE p.id = $1 AND p.revision = $2 RETURNING ${projectColumns('p')}`,
    [row.id, row.revision, tx.at, tx.actor.id, ...entries.map(([, value]) => value)],
  );
  if (!written) throw new Refusal('stale_revision', { revision: row.revision });
  return written;
}
