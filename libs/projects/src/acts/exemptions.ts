import { type ExemptionReason } from '#contracts';
import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { type ProjectRow } from '../register/project.row.js';
import { recordChange } from './record-change.js';

interface OpenExemption {
  id: string;
  state: 'proposed' | 'confirmed';
  proposedBy: string;
}

async function openExemption(tx: Tx, projectId: string): Promise<OpenExemption | null> {
  return tx.one<OpenExemption>(
    `SELECT id, state, proposed_by AS "proposedBy" FROM project_exemption
      WHERE project_id = $1 AND state IN ('proposed', 'confirmed') FOR UPDATE`,
    [projectId],
  );
}

/** @throws Refusal `exemption_not_open` when there is none in this state */
async function exemptionIn(tx: Tx, projectId: string, state: OpenExemption['state']): Promise<OpenExemption> {
  const open = await openExemption(tx, projectId);
  if (open?.state !== state)
    throw new Refusal('exemption_not_open', { needed: state, found: open?.state ?? 'none' });
  return open;
}

/** Proposes that a project needs no opinion; nothing counts until a head confirms. @throws Refusal `exemption_exists` */
export async function proposeExemption(
  tx: Tx,
  row: ProjectRow,
  { reasonCode, reason }: { reasonCode: ExemptionReason; reason: string },
): Promise<ProjectRow> {
  const open = await openExemption(tx, row.id);
  if (open !== null) throw new Refusal('exemption_exists', { state: open.state });
  const made = await tx.one<{ id: string }>(
    `INSERT INTO project_exemption (project_id, reason_code, reason, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [row.id, reasonCode, reason, tx.actor.id, tx.at],
  );
  return recordChange(tx, row, {
    kind: 'exemption_proposed',
    facts: { exemptionId: made?.id ?? null, reasonCode },
    detail: { reason },
  });
}

/**
 * A head confirms or rejects what somebody else proposed.
 * @throws Refusal `exemption_not_open`, `exemption_same_person`
 */
export async function decideExemption(
  tx: Tx,
  row: ProjectRow,
  { decision, note }: { decision: 'confirmed' | 'rejected'; note: string | null },
): Promise<ProjectRow> {
  const open = await exemptionIn(tx, row.id, 'proposed');
  if (open.proposedBy === tx.actor.id && decision === 'confirmed') throw new Refusal('exemption_same_person');
  await tx.query(
    'UPDATE project_exemption SET state = $2, decided_by = $3, decided_at = $4, decision_note = $5 WHERE id = $1',
    [open.id, decision, tx.actor.id, tx.at, note],
  );
  return recordChange(tx, row, {
    kind: `exemption_${decision}`,
    facts: { exemptionId: open.id },
    detail: { note },
  });
}

/** A head takes a confirmed exemption back; the project counts again. @throws Refusal `exemption_not_open` */
export async function revokeExemption(tx: Tx, row: ProjectRow, reason: string): Promise<ProjectRow> {
  const open = await exemptionIn(tx, row.id, 'confirmed');
  await tx.query(
    `UPDATE project_exemption SET state = 'revoked', revoked_by = $2, revoked_at = $3, revocation_reason = $4 WHERE id = $1`,
    [open.id, tx.actor.id, tx.at, reason],
  );
  return recordChange(tx, row, {
    kind: 'exemption_revoked',
    facts: { exemptionId: open.id },
    detail: { reason },
  });
}
