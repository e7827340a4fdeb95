import { type Finding } from '#contracts';
import { type Tx } from '#database';
import { type Language, renderFinding } from '#screening';
import { findingDigest } from './overturn.store.js';

/** A finding without a verdict, named for people. */
export interface InconclusiveFinding {
  key: string;
  title: string;
  /** The line or machine; null for the project. */
  subject: string | null;
}
interface Row {
  dossierId: string;
  open: Finding[] | null;
  overturned: string[];
  names: Record<string, string> | null;
}

/**
 * The findings of the newest screening of each dossier that came to no verdict, in the words of a language; a dossier
 * that was never screened has none. One statement for all of them.
 */
export async function inconclusiveFindingsOf(
  tx: Tx,
  dossierIds: readonly string[],
  language: Language,
): Promise<Map<string, InconclusiveFinding[]>> {
  const rows = await tx.query<Row>(
    `SELECT d.id AS "dossierId",
            array(SELECT o.finding_digest FROM finding_overturn o WHERE o.dossier_id = d.id AND o.seconded_by IS NOT NULL) AS overturned,
            (SELECT jsonb_agg(f.value ORDER BY f.ordinality) FROM jsonb_array_elements(
               (SELECT s.result -> 'findings' FROM screening s WHERE s.dossier_id = d.id ORDER BY s.number DESC LIMIT 1)
             ) WITH ORDINALITY f WHERE f.value ->> 'verdict' = 'inconclusive') AS open,
            (SELECT jsonb_object_agg(p.value ->> 'id', p.value ->> 'name')
               FROM facts_version v, jsonb_array_elements(
                 coalesce(v.facts -> 'lines', '[]') || coalesce(v.facts -> 'equipment', '[]')) p
              WHERE v.dossier_id = d.id AND v.version = d.facts_version AND p.value ->> 'id' IS NOT NULL) AS names
       FROM dossier d WHERE d.id = ANY ($1::uuid[])`,
    [dossierIds],
  );
  return new Map(rows.map((row) => [row.dossierId, namedOf(row, language)]));
}

const namedOf = ({ open, overturned, names }: Row, language: Language): InconclusiveFinding[] =>
  (open ?? [])
    .filter((finding) => !overturned.includes(findingDigest(finding)))
    .map((finding) => ({
      key: finding.key,
      title: renderFinding(finding, language).title,
      subject: finding.subject.id === null ? null : (names?.[finding.subject.id] ?? null),
    }));
