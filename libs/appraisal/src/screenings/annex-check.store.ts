import { type Finding } from '#contracts';
import { type Tx } from '#database';

/** A recorded look by a person into an annex that is in force but not loaded. */
export interface AnnexCheck {
  id: string;
  round: number;
  listVersion: string;
  lineId: string;
  result: 'not_found' | 'found';
  remark: string;
  documentId: string | null;
  checkedBy: string;
  checkedAt: Date;
}

/** The manual checks of annexes of a dossier, oldest first. */
export const annexChecksOf = (tx: Tx, dossierId: string): Promise<AnnexCheck[]> =>
  tx.query<AnnexCheck>(
    `SELECT id, round, list_version AS "listVersion", line_id AS "lineId", result, remark, document_id AS "documentId",
            checked_by AS "checkedBy", checked_at AS "checkedAt"
       FROM annex_check WHERE dossier_id = $1 ORDER BY checked_at, id`,
    [dossierId],
  );

const ANNEX = 'annex:';

/** The list versions in force that a finding could not look into, because they are not loaded. */
export const missingAnnexes = (finding: Finding): string[] =>
  finding.test.startsWith('list.') && finding.verdict === 'inconclusive'
    ? finding.missing.filter((item) => item.startsWith(ANNEX)).map((item) => item.slice(ANNEX.length))
    : [];

/** Keys of the findings for whose line at least one missing annex was not checked by a person in this round. */
export function uncheckedAnnexes(
  findings: readonly Finding[],
  checks: readonly AnnexCheck[],
  round: number,
): string[] {
  const done = new Set(
    checks
      .filter((check) => check.round === round)
      .map(({ lineId, listVersion }) => `${lineId}|${listVersion}`),
  );
  return findings
    .filter((finding) =>
      missingAnnexes(finding).some((version) => !done.has(`${finding.subject.id ?? ''}|${version}`)),
    )
    .map(({ key }) => key);
}
