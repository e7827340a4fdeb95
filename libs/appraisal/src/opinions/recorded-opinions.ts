import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';

/** What the recorded opinions of a round come to. */
export interface RoundOpinions {
  recorded: number;
  /** Those written by others than the lead appraiser: experts and members of a council. */
  byExperts: number;
  /** Codes of the criteria that they mark as not achieved, sorted. */
  failedCriteria: string[];
}

/** The recorded opinions of the present round, without those of people who are in conflict with the dossier (ids). */
export async function roundOpinions(
  tx: Tx,
  { id, round, leadAppraiserId }: Pick<DossierRow, 'id' | 'round' | 'leadAppraiserId'>,
  conflicted: readonly string[],
): Promise<RoundOpinions> {
  const found = await tx.one<RoundOpinions>(
    `WITH counted AS (
       SELECT author_id, criteria FROM opinion
        WHERE dossier_id = $1 AND round = $2 AND state = 'recorded' AND author_id <> ALL ($3::uuid[])
     )
     SELECT count(*)::int AS recorded, count(*) FILTER (WHERE author_id IS DISTINCT FROM $4)::int AS "byExperts",
            ARRAY(SELECT DISTINCT mark->>'code' FROM counted o, jsonb_array_elements(o.criteria) AS mark
                   WHERE mark->>'mark' = 'not_achieved' ORDER BY 1) AS "failedCriteria"
       FROM counted`,
    [id, round, conflicted, leadAppraiserId],
  );
  return found ?? { recorded: 0, byExperts: 0, failedCriteria: [] };
}
