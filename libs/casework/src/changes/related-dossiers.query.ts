import { type ProcedureId, type Status } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, viewStatusSql } from '#dossiers';
import { visibleDossiersSql } from '#identity';

/** A dossier that another one names, as far as a person needs it to go there. */
export interface RelatedDossier {
  id: string;
  procedureId: ProcedureId;
  fileCode: string | null;
  projectName: string;
  status: Status;
}
export interface RelatedDossiers {
  /** The approved dossier that this change of technology changes. */
  first: RelatedDossier | null;
  /** Changes of the technology of this dossier, oldest first. */
  changes: RelatedDossier[];
}

/** The dossiers before and after a change of technology, as far as the actor may see them; `changed`: whether there are any after. */
export async function relatedDossiers(
  tx: Tx,
  { id, firstDossierId }: Pick<DossierRow, 'id' | 'firstDossierId'>,
  changed: boolean,
): Promise<RelatedDossiers> {
  // Most dossiers have none, and to plan who may see what costs more than everything else that a detail reads.
  if (firstDossierId === null && !changed) return { first: null, changes: [] };
  const visible = visibleDossiersSql(tx, 2);
  const found = await tx.query<RelatedDossier>(
    `SELECT d.id, d.procedure_id AS "procedureId", d.file_code AS "fileCode", d.project_name AS "projectName",
            ${viewStatusSql(tx.actor)} AS status
       FROM dossier d WHERE (d.first_dossier_id = $1 OR d.id = $2) AND ${visible.sql} ORDER BY d.created_at, d.id`,
    [id, firstDossierId, ...visible.values],
  );
  return {
    first: found.find((one) => one.id === firstDossierId) ?? null,
    changes: found.filter((one) => one.id !== firstDossierId),
  };
}

/**
 * Whether a later dossier changes the technology of this one. In the order of the index: without one PostgreSQL hopes to meet a row soon and walks over
 * all dossiers, which have none.
 */
export const isChanged = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.one('SELECT 1 FROM dossier WHERE first_dossier_id = $1 ORDER BY id LIMIT 1', [id])) !== null;
