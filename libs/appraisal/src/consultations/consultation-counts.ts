import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';

/** What a procedure asks of the consultations of a dossier. */
export interface ConsultationCounts {
  /** Of any round, drafted ones too. */
  open: number;
  /** Of the present round; `closedSilent` counts agencies only. */
  agencyAnswers: number;
  bodyAnswers: number;
  closedSilent: number;
}

/** Counts the consultations of a dossier, to be read under its lock. */
export async function consultationCounts(
  tx: Tx,
  row: Pick<DossierRow, 'id' | 'round'>,
): Promise<ConsultationCounts> {
  const counts = await tx.one<ConsultationCounts>(
    `SELECT count(*) FILTER (WHERE state IN ('drafted', 'open'))::int AS open,
            count(*) FILTER (WHERE round = $2 AND state = 'answered' AND kind = 'agency')::int AS "agencyAnswers",
            count(*) FILTER (WHERE round = $2 AND state = 'answered' AND kind = 'independent_body')::int AS "bodyAnswers",
            count(*) FILTER (WHERE round = $2 AND state = 'closed_silent' AND kind = 'agency')::int AS "closedSilent"
       FROM consultation WHERE dossier_id = $1`,
    [row.id, row.round],
  );
  return counts ?? { open: 0, agencyAnswers: 0, bodyAnswers: 0, closedSilent: 0 };
}
