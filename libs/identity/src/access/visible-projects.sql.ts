import { civilDateOf, hasRole } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';
import { REGISTER_READERS } from './project.policy.js';
import { type SqlCondition, type Viewer, visibleDossiersSql } from './visible-dossiers.sql.js';

/**
 * The projects of the register that a viewer may see, as a condition on investment_project under `alias`: the same
 * answer as `maySeeProject`. Its values take the places from `$paramOffset + 1` on.
 */
export function visibleProjectsSql(viewer: Viewer, paramOffset = 0, alias = 'p'): SqlCondition {
  const { actor } = viewer;
  const own = `${alias}.authority_id = $${paramOffset + 1}::uuid AND ${alias}.withdrawn_at IS NULL`;
  if (actor.kind === 'system') return { sql: `(${own})`, values: [actor.authorityId] };
  if (!hasRole(actor, ...REGISTER_READERS)) return { sql: `(${own} AND false)`, values: [actor.authorityId] };
  const today = civilDateOf(viewer.at);
  const values = [actor.authorityId, actor.id, actor.organisationId, today, oldestCountingEnd(today)];
  // Columns that are empty make the policy of dossiers unknown instead of false.
  const dossiers = visibleDossiersSql(viewer, paramOffset + values.length, 'hd');
  const [, me, employer, day, oldest] = values.map((_, index) => `$${paramOffset + index + 1}`);
  // The ties of one person are few: read once, whatever the length of the register.
  const ties = `SELECT o.id, left(o.tax_code, 10) AS enterprise FROM organisation o
    WHERE o.id = ${employer}::uuid OR o.id IN (SELECT f.organisation_id FROM user_affiliation f WHERE f.user_id = ${me}::uuid
      AND f.valid_from <= ${day}::date AND (f.valid_to IS NULL OR f.valid_to >= ${oldest}::date))`;
  const sql = `(${own}
    AND (${alias}.investor_org_id IS NULL OR ${alias}.investor_org_id NOT IN (SELECT tie.id FROM (${ties}) tie))
    AND (${alias}.investor_tax_code IS NULL OR left(${alias}.investor_tax_code, 10) NOT IN (SELECT tie.enterprise FROM (${ties}) tie
      WHERE tie.enterprise IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM project_match hm JOIN dossier hd ON hd.id = hm.dossier_id
      WHERE hm.project_id = ${alias}.id AND hm.state <> 'rejected' AND ${dossiers.sql} IS NOT TRUE))`;
  return { sql, values: [...values, ...dossiers.values] };
}
