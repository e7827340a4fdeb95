import { type Finding } from '#contracts';
import { type Tx } from '#database';
import { digestOf } from '#kernel';

/** An overturn of one finding with the values it had; it stands once a second person seconded it. */
export interface FindingOverturn {
  id: string;
  findingKey: string;
  findingDigest: string;
  reason: string;
  documentId: string;
  proposedBy: string;
  proposedAt: Date;
  secondedBy: string | null;
  secondedAt: Date | null;
  revision: number;
}

const COLUMNS = `id, finding_key AS "findingKey", finding_digest AS "findingDigest", reason, document_id AS "documentId",
  proposed_by AS "proposedBy", proposed_at AS "proposedAt", seconded_by AS "secondedBy", seconded_at AS "secondedAt", revision`;

/** Digest of a finding with its values: when they change, an overturn no longer speaks of it. */
export const findingDigest = (finding: Finding): string => digestOf(finding);

/** Every overturn of a dossier, proposed or standing, oldest first. */
export const overturnsOf = (tx: Tx, dossierId: string): Promise<FindingOverturn[]> =>
  tx.query<FindingOverturn>(
    `SELECT ${COLUMNS} FROM finding_overturn WHERE dossier_id = $1 ORDER BY proposed_at, id`,
    [dossierId],
  );

/** One overturn of a dossier by its id, or null. */
export const overturnById = (tx: Tx, dossierId: string, id: string): Promise<FindingOverturn | null> =>
  tx.one<FindingOverturn>(`SELECT ${COLUMNS} FROM finding_overturn WHERE dossier_id = $1 AND id = $2`, [
    dossierId,
    id,
  ]);

/** Digests of the findings whose overturn stands. */
export const standingOverturns = (overturns: readonly FindingOverturn[]): Set<string> =>
  new Set(
    overturns.filter(({ secondedBy }) => secondedBy !== null).map(({ findingDigest: digest }) => digest),
  );
