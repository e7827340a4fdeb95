import { isEditable } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, factsOf, viewStatusSql } from '#dossiers';
import { visibleDossiersSql } from '#identity';
import { type RelatedDossier } from '../changes/related-dossiers.query.js';
import { takenOverValues } from './taken-over-values.js';

/** The dossier with whose facts a draft began. */
export interface CopiedFrom extends RelatedDossier {
  /** Values of the day of that dossier, as they were taken over, by path: `lines[l-1].efficiencyPct`. */
  values: Record<string, unknown>;
}

/**
 * The dossier that a draft was copied from, as long as the facts may be changed and the actor may see it; null otherwise.
 * The log of its opening names it.
 */
export async function copiedFrom(
  tx: Tx,
  { id, status }: Pick<DossierRow, 'id' | 'status'>,
): Promise<CopiedFrom | null> {
  if (!isEditable(status)) return null;
  const opened = await tx.one<{ source: string }>(
    `SELECT facts->>'copyOf' AS source FROM audit_entry
      WHERE chain_id = $1 AND action = 'facts.prefilled' AND outcome = 'done' AND facts->>'copyOf' IS NOT NULL
      ORDER BY seq LIMIT 1`,
    [id],
  );
  if (opened === null) return null;
  const visible = visibleDossiersSql(tx, 1);
  const source = await tx.one<RelatedDossier>(
    `SELECT d.id, d.procedure_id AS "procedureId", d.file_code AS "fileCode", d.project_name AS "projectName",
            ${viewStatusSql(tx.actor)} AS status
       FROM dossier d WHERE d.id = $1 AND ${visible.sql}`,
    [opened.source, ...visible.values],
  );
  return source && { ...source, values: takenOverValues(await factsOf(tx, id, FIRST_VERSION)) };
}

/** What a draft begins with is its first version. */
const FIRST_VERSION = 1;
