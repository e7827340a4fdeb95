import { type Tx } from '#database';
import { visibleDossiersSql, visibleProjectsSql } from '#identity';
import { aboutDossier } from '#observability';
import { investorNameKey, projectNameKey } from '../domain/project-keys.js';
import { type MatchFeatures } from '../domain/match-score.js';

/** A dossier that nobody has matched yet. */
export interface UnmatchedDossier {
  id: string;
  projectName: string;
  investorOrgId: string | null;
  investorName: string | null;
  investorTaxCode: string | null;
  communeCode: string | null;
  capitalVnd: number | null;
}
export interface MatchCandidate extends MatchFeatures {
  dossierId: string;
  projectId: string;
}

const DOSSIER = `d.id, d.project_name AS "projectName", d.investor_org_id AS "investorOrgId", o.name AS "investorName",
  o.tax_code AS "investorTaxCode", d.commune_code AS "communeCode", (f.facts #>> '{project,capitalVnd}')::float8 AS "capitalVnd"`;
const DOSSIERS = `FROM dossier d LEFT JOIN organisation o ON o.id = d.investor_org_id
  LEFT JOIN facts_version f ON f.dossier_id = d.id AND f.version = d.facts_version`;
const UNMATCHED = `d.status <> 'draft' AND NOT EXISTS (SELECT 1 FROM project_match c WHERE c.dossier_id = d.id AND c.state = 'confirmed')`;

/** Submitted dossiers that the actor sees and nobody has matched, by id, after `after`. */
export function unmatchedDossiers(tx: Tx, after: string | null, limit: number): Promise<UnmatchedDossier[]> {
  const visible = visibleDossiersSql(tx, 2, 'd');
  return tx.query<UnmatchedDossier>(
    `SELECT ${DOSSIER} ${DOSSIERS} WHERE ${UNMATCHED} AND ${visible.sql} AND ($1::uuid IS NULL OR d.id > $1::uuid)
      ORDER BY d.id LIMIT $2`,
    [after, limit, ...visible.values],
  );
}

/** Dossiers that could be about one project: of its investor, or with a name like its own. */
export function dossiersLike(
  tx: Tx,
  project: { name: string; investorTaxCode: string | null },
): Promise<UnmatchedDossier[]> {
  const visible = visibleDossiersSql(tx, 2, 'd');
  return tx.query<UnmatchedDossier>(
    `SELECT ${DOSSIER} ${DOSSIERS} WHERE ${UNMATCHED} AND ${visible.sql}
        AND (left(o.tax_code, 10) = left($1, 10) OR $2 <% d.search_text) ORDER BY d.id LIMIT 500`,
    [project.investorTaxCode, projectNameKey(project.name), ...visible.values],
  );
}

/** One submitted dossier that the actor sees, or null. */
export function dossierForMatch(tx: Tx, id: string): Promise<(UnmatchedDossier & { status: string }) | null> {
  const visible = visibleDossiersSql(tx, 1, 'd');
  aboutDossier(id);
  return tx.one(`SELECT ${DOSSIER}, d.status ${DOSSIERS} WHERE d.id = $1 AND ${visible.sql}`, [
    id,
    ...visible.values,
  ]);
}

/**
 * Compares dossiers with the register, by index: projects of the same enterprise, and projects of a similar name. Only
 * projects that the actor sees; with `projectId` only that one.
 */
export async function matchCandidates(
  tx: Tx,
  dossiers: readonly UnmatchedDossier[],
  projectId: string | null = null,
): Promise<MatchCandidate[]> {
  if (dossiers.length === 0) return [];
  await tx.query(`SELECT set_config('pg_trgm.similarity_threshold', '0.5', true)`);
  const visible = visibleProjectsSql(tx, 3, 'p');
  const rows = dossiers.map((dossier) => ({
    ...dossier,
    nameKey: projectNameKey(dossier.projectName),
    investorKey: dossier.investorName === null ? null : investorNameKey(dossier.investorName),
    enterprise: dossier.investorTaxCode?.slice(0, 10) ?? null,
  }));
  return tx.query<MatchCandidate>(CANDIDATES(visible.sql), [
    JSON.stringify(rows),
    tx.actor.authorityId,
    projectId,
    ...visible.values,
  ]);
}

const CANDIDATES = (visible: string) => `
  WITH d AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, "nameKey" text, "investorKey" text, enterprise text,
      "investorOrgId" uuid, "communeCode" text, "capitalVnd" float8)
  ), pair AS (
    SELECT d.id AS dossier, p.id AS project FROM d JOIN investment_project p ON p.authority_id = $2 AND p.merged_into IS NULL
      AND left(p.investor_tax_code, 10) = d.enterprise
    UNION
    SELECT d.id, p.id FROM d JOIN investment_project p ON p.authority_id = $2 AND p.merged_into IS NULL AND p.name_key % d."nameKey"
  )
  SELECT d.id AS "dossierId", p.id AS "projectId",
    coalesce(p.investor_org_id = d."investorOrgId", false) AS "sameOrganisation",
    coalesce(left(p.investor_tax_code, 10) = d.enterprise, false) AS "sameTaxCode",
    coalesce(p.investor_key = d."investorKey", false) AS "sameInvestorName",
    similarity(p.name_key, d."nameKey")::float8 AS similarity, p.name_key = d."nameKey" AS "sameName",
    CASE WHEN p.capital_vnd > 0 AND d."capitalVnd" > 0
      THEN least(p.capital_vnd::float8, d."capitalVnd") / greatest(p.capital_vnd::float8, d."capitalVnd") END AS "capitalRatio",
    p.commune_code = d."communeCode" AS "sameCommune"
    FROM pair JOIN d ON d.id = pair.dossier JOIN investment_project p ON p.id = pair.project
   WHERE ($3::uuid IS NULL OR p.id = $3::uuid) AND ${visible}
   ORDER BY d.id, p.id`;
