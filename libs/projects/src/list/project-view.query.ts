import { type ExemptionReason, type FinalDecisionKind, type ProjectSource } from '#contracts';
import { type Tx } from '#database';
import { visibleDossiersSql, visibleProjectsSql } from '#identity';
import { type CivilDate, Refusal } from '#kernel';
import { openProject } from '../acts/project-acts.js';
import { type ProjectListItem, projectItem } from './project-list.query.js';

export interface ProjectMatchView {
  id: string;
  dossierId: string;
  fileCode: string | null;
  projectName: string;
  procedureId: string;
  status: string;
  receivedOn: CivilDate | null;
  state: 'proposed' | 'confirmed' | 'rejected';
  score: number | null;
  reasons: string[];
  decidedByName: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
}
export interface FinalDecisionView {
  id: string;
  kind: FinalDecisionKind;
  number: string;
  decidedOn: CivilDate;
  decidedBy: string;
  documentRef: string | null;
  note: string | null;
  corrects: string | null;
  recordedByName: string | null;
  recordedAt: Date;
  /** Whether it is the one that counts. */
  stands: boolean;
}
export interface ExemptionView {
  id: string;
  state: 'proposed' | 'confirmed' | 'rejected' | 'revoked';
  reasonCode: ExemptionReason;
  reason: string;
  proposedByName: string | null;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  decisionNote: string | null;
  revokedByName: string | null;
  revokedAt: Date | null;
  revocationReason: string | null;
}
export interface ProjectEventView {
  seq: number;
  kind: string;
  facts: Record<string, unknown>;
  actorName: string | null;
  actorRole: string;
  at: Date;
}
/** A project with all that is on record about it. */
export interface ProjectView extends ProjectListItem {
  sourceText: string | null;
  source: ProjectSource;
  importId: string | null;
  importRow: number | null;
  investorOrgId: string | null;
  mergedInto: string | null;
  /** Duplicates that were merged into it. */
  duplicates: { id: string; name: string; investorName: string }[];
  matches: ProjectMatchView[];
  decisions: FinalDecisionView[];
  exemptions: ExemptionView[];
  history: ProjectEventView[];
}

const nameOf = (column: string) => `(SELECT u.display_name FROM app_user u WHERE u.id = ${column})`;

/** A project as somebody who may see it sees it. @throws Refusal `not_found` */
export async function projectView(tx: Tx, id: string): Promise<ProjectView> {
  const { sourceText, importId, importRow, investorOrgId, mergedInto } = await openProject(tx, id);
  const item = await projectItem(tx, id);
  if (!item) throw new Refusal('not_found');
  return {
    ...item,
    sourceText,
    importId,
    importRow,
    investorOrgId,
    mergedInto,
    duplicates: await duplicatesOf(tx, id),
    matches: await matchesOf(tx, id),
    decisions: await decisionsOf(tx, id),
    exemptions: await exemptionsOf(tx, id),
    history: await historyOf(tx, id),
  };
}

/** Matches with dossiers that the actor sees: a rejected one may be with a dossier that is none of their business. */
function matchesOf(tx: Tx, projectId: string): Promise<ProjectMatchView[]> {
  const visible = visibleDossiersSql(tx, 1, 'd');
  return tx.query<ProjectMatchView>(
    `SELECT m.id, m.dossier_id AS "dossierId", d.file_code AS "fileCode", d.project_name AS "projectName",
       d.procedure_id AS "procedureId", d.status, d.received_on AS "receivedOn", m.state, m.score::float8 AS score, m.reasons,
       ${nameOf('m.decided_by')} AS "decidedByName", m.decided_at AS "decidedAt", m.decision_reason AS "decisionReason"
       FROM project_match m JOIN dossier d ON d.id = m.dossier_id WHERE m.project_id = $1 AND ${visible.sql}
      ORDER BY array_position(ARRAY['confirmed', 'proposed', 'rejected'], m.state), m.score DESC NULLS LAST, m.id`,
    [projectId, ...visible.values],
  );
}

const decisionsOf = (tx: Tx, projectId: string) =>
  tx.query<FinalDecisionView>(
    `SELECT e.id, e.kind, e.number, e.decided_on AS "decidedOn", e.decided_by AS "decidedBy", e.document_ref AS "documentRef", e.note,
       e.corrects, ${nameOf('e.recorded_by')} AS "recordedByName", e.recorded_at AS "recordedAt",
       e.id IS NOT DISTINCT FROM p.decision_id AS stands
       FROM project_decision e JOIN investment_project p ON p.id = e.project_id WHERE e.project_id = $1
      ORDER BY e.id = p.decision_id DESC, e.recorded_at DESC, e.id`,
    [projectId],
  );

const exemptionsOf = (tx: Tx, projectId: string) =>
  tx.query<ExemptionView>(
    `SELECT id, state, reason_code AS "reasonCode", reason, ${nameOf('proposed_by')} AS "proposedByName",
       proposed_at AS "proposedAt", ${nameOf('decided_by')} AS "decidedByName", decided_at AS "decidedAt",
       decision_note AS "decisionNote", ${nameOf('revoked_by')} AS "revokedByName", revoked_at AS "revokedAt",
       revocation_reason AS "revocationReason"
       FROM project_exemption WHERE project_id = $1 ORDER BY proposed_at DESC, id`,
    [projectId],
  );

function duplicatesOf(tx: Tx, projectId: string): Promise<ProjectView['duplicates']> {
  const visible = visibleProjectsSql(tx, 1, 'p');
  return tx.query(
    `SELECT p.id, p.name, p.investor_name AS "investorName" FROM investment_project p
      WHERE p.merged_into = $1 AND ${visible.sql} ORDER BY p.name, p.id`,
    [projectId, ...visible.values],
  );
}

/** What happened, newest first, but for what was about a dossier that the actor may not see. */
function historyOf(tx: Tx, projectId: string): Promise<ProjectEventView[]> {
  const visible = visibleDossiersSql(tx, 1, 'd');
  return tx.query<ProjectEventView>(
    `SELECT e.seq, e.kind, e.facts, ${nameOf('e.actor_id')} AS "actorName", e.actor_role AS "actorRole", e.at FROM project_event e
      WHERE e.project_id = $1 AND (NOT e.facts ? 'dossierId'
        OR EXISTS (SELECT 1 FROM dossier d WHERE d.id = (e.facts ->> 'dossierId')::uuid AND ${visible.sql}))
      ORDER BY e.seq DESC`,
    [projectId, ...visible.values],
  );
}
