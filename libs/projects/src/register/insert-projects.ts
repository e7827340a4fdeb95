import { randomUUID } from 'node:crypto';
import { type NewProject, type ProjectSource } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf } from '#dossiers';
import { investorNameKey, projectNameKey, projectSearchText } from '../domain/project-keys.js';
import { PARTICULARS } from './project.row.js';

/** Where a batch comes from. Rows of an import carry the number that their line has in the file. */
export type ProjectOrigin =
  | { source: Exclude<ProjectSource, 'import'> }
  | { source: 'import'; importId: string; /** Of `rows[0]`, `rows[1]` … */ rowNumbers: readonly number[] };
/** A project that was inserted, in the order of the rows. */
export interface InsertedProject {
  id: string;
  /** Position in the batch, from 0. */
  index: number;
}

const TYPES: Partial<Record<keyof NewProject, string>> = {
  capitalVnd: 'numeric',
  registeredOn: 'date',
  policyDecidedOn: 'date',
  certificateOn: 'date',
};
const FIELDS = Object.keys(PARTICULARS) as (keyof NewProject)[];
const RECORD = FIELDS.map((field) => `"${field}" ${TYPES[field] ?? 'text'}`).join(', ');

const INSERT = `
  WITH incoming AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (index int, id uuid, "nameKey" text, "investorKey" text, "searchText" text,
      "importRow" int, ${RECORD})
  ), project AS (
    INSERT INTO investment_project (id, authority_id, name_key, investor_key, search_text, import_row, ${Object.values(PARTICULARS).join(', ')},
      investor_org_id, source, import_id, entered_by, entered_at, updated_by, updated_at)
    SELECT i.id, $2, i."nameKey", i."investorKey", i."searchText", i."importRow", ${FIELDS.map((field) => `i."${field}"`).join(', ')},
      o.id, $3, $4::uuid, $5, $6, $5, $6
      FROM incoming i LEFT JOIN organisation o ON o.authority_id = $2 AND o.tax_code = i."investorTaxCode"
     RETURNING id
  ), event AS (
    INSERT INTO project_event (project_id, seq, kind, facts, actor_id, actor_role, at)
    SELECT i.id, 1, 'entered', jsonb_strip_nulls(jsonb_build_object('source', $3::text, 'importId', $4::uuid, 'importRow', i."importRow")),
      $5, $7, $6 FROM incoming i
  )
  SELECT i.id, i.index FROM incoming i JOIN project ON project.id = i.id ORDER BY i.index`;

/**
 * Inserts projects with their first event, one statement a batch (a few thousand rows). The rows have passed
 * `projectFaults`. Writes no audit entry: whoever calls says in the log what was entered, once for all of them.
 */
export async function insertProjects(
  tx: Tx,
  rows: readonly NewProject[],
  origin: ProjectOrigin,
): Promise<InsertedProject[]> {
  if (rows.length === 0) return [];
  const incoming = rows.map((row, index) => ({
    ...trimmed(row),
    index,
    id: randomUUID(),
    nameKey: projectNameKey(row.name),
    investorKey: investorNameKey(row.investorName),
    searchText: projectSearchText(row),
    importRow: origin.source === 'import' ? origin.rowNumbers[index] : null,
  }));
  return tx.query<InsertedProject>(INSERT, [
    JSON.stringify(incoming),
    tx.actor.authorityId,
    origin.source,
    origin.source === 'import' ? origin.importId : null,
    tx.actor.id,
    tx.at,
    actingRoleOf(tx.actor),
  ]);
}

const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Blanks that came with a list are no part of a name. */
export const trimmed = (row: NewProject): NewProject => ({
  ...row,
  name: tidy(row.name),
  investorName: tidy(row.investorName),
  agencyName: row.agencyName === null ? null : tidy(row.agencyName),
});
