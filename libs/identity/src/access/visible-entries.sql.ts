import { SYSTEM_CHAIN_ID } from '#audit';
import { type SqlCondition, type Viewer, visibleDossiersSql } from './visible-dossiers.sql.js';
import { visibleProjectsSql } from './visible-projects.sql.js';

/**
 * The entries of the log that a viewer may see, as a condition on audit_entry under `alias` with its person under `actor`:
 * those of dossiers and projects that the viewer may see, and of the system those of the own authority or of nobody's
 * account. Chains of anything else, such as somebody's saved views, are in no log that others read.
 */
export function visibleEntriesSql(viewer: Viewer, paramOffset = 0, alias = 'e', actor = 'u'): SqlCondition {
  const own = [SYSTEM_CHAIN_ID, viewer.actor.authorityId];
  const dossiers = visibleDossiersSql(viewer, paramOffset + own.length, 'ld');
  const before = paramOffset + own.length + dossiers.values.length;
  const projects = visibleProjectsSql(viewer, before, 'lp');
  const sql = `(CASE WHEN ${alias}.chain_id = $${paramOffset + 1}::uuid
      THEN ${actor}.id IS NULL OR ${actor}.authority_id = $${paramOffset + 2}::uuid
      ELSE EXISTS (SELECT 1 FROM dossier ld WHERE ld.id = ${alias}.chain_id AND ${dossiers.sql})
        OR EXISTS (SELECT 1 FROM investment_project lp WHERE lp.id = ${alias}.chain_id AND ${projects.sql}) END)`;
  return { sql, values: [...own, ...dossiers.values, ...projects.values] };
}
