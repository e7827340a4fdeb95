import { type Finding } from '#contracts';
import { type Tx } from '#database';
import { standingBreaches } from './screening-state.js';

interface Row {
  dossierId: string;
  breached: Finding[] | null;
  overturned: string[];
}

/**
 * The breached findings of the newest screening of each dossier, without those that two people overturned; a dossier
 * that was never screened has none. One statement for all of them.
 */
export async function standingBreachesOf(
  tx: Tx,
  dossierIds: readonly string[],
): Promise<Map<string, Finding[]>> {
  const rows = await tx.query<Row>(
    `SELECT d.id AS "dossierId",
            array(SELECT o.finding_digest FROM finding_overturn o WHERE o.dossier_id = d.id AND o.seconded_by IS NOT NULL) AS overturned,
            (SELECT jsonb_agg(f.value ORDER BY f.ordinality) FROM jsonb_array_elements(
               (SELECT s.result -> 'findings' FROM screening s WHERE s.dossier_id = d.id ORDER BY s.number DESC LIMIT 1)
             ) WITH ORDINALITY f WHERE f.value ->> 'verdict' = 'breached') AS breached
       FROM unnest($1::uuid[]) AS d (id)`,
    [dossierIds],
  );
  return new Map(
    rows.map(({ dossierId, breached, overturned }) => [
      dossierId,
      standingBreaches(breached ?? [], new Set(overturned)),
    ]),
  );
}
