import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { recordAccessLost } from '#live';

export type AssignmentKind = 'lead' | 'expert' | 'council';
export type AssignmentState = 'invited' | 'accepted' | 'declined' | 'released';
export type Declaration = 'no_conflict' | 'conflict';

/** One person's task on a dossier; rows are never deleted, so they are its history too. */
export interface Assignment {
  id: string;
  dossierId: string;
  assigneeId: string;
  assigneeName: string;
  kind: AssignmentKind;
  state: AssignmentState;
  assignedBy: string;
  assignedAt: Date;
  dueOn: CivilDate | null;
  reason: string | null;
  declaration: Declaration | null;
  declaredAt: Date | null;
  answeredAt: Date | null;
  answerReason: string | null;
  releasedAt: Date | null;
  revision: number;
}

const SELECT = `SELECT a.id, a.dossier_id AS "dossierId", a.assignee_id AS "assigneeId", u.display_name AS "assigneeName", a.kind, a.state,
  a.assigned_by AS "assignedBy", a.assigned_at AS "assignedAt", a.due_on::text AS "dueOn", a.reason, a.declaration,
  a.declared_at AS "declaredAt", a.answered_at AS "answeredAt", a.answer_reason AS "answerReason", a.released_at AS "releasedAt", a.revision
  FROM assignment a JOIN app_user u ON u.id = a.assignee_id`;
const OPEN = "a.state IN ('invited', 'accepted')";

/** Everybody who works or worked on a dossier, oldest first. */
export const assignmentsOf = (tx: Tx, dossierId: string): Promise<Assignment[]> =>
  tx.query<Assignment>(`${SELECT} WHERE a.dossier_id = $1 ORDER BY a.assigned_at, a.id`, [dossierId]);

/** One assignment by its id, or null. */
export const assignmentById = (tx: Tx, id: string): Promise<Assignment | null> =>
  tx.one<Assignment>(`${SELECT} WHERE a.id = $1`, [id]);

/** The assignments of a dossier that are not over. */
export const openAssignments = (tx: Tx, dossierId: string): Promise<Assignment[]> =>
  tx.query<Assignment>(`${SELECT} WHERE a.dossier_id = $1 AND ${OPEN} ORDER BY a.assigned_at, a.id`, [
    dossierId,
  ]);

/** What a person declared for the task that they hold on a dossier now; null: nothing yet, or no task. */
export async function declarationOf(tx: Tx, dossierId: string, userId: string): Promise<Declaration | null> {
  const rows = await tx.query<{ declaration: Declaration | null }>(
    `SELECT a.declaration FROM assignment a WHERE a.dossier_id = $1 AND a.assignee_id = $2 AND ${OPEN} ORDER BY a.kind DESC`,
    [dossierId, userId],
  );
  return rows.find(({ declaration }) => declaration !== null)?.declaration ?? null;
}

export interface NewAssignment {
  dossierId: string;
  assigneeId: string;
  kind: AssignmentKind;
  dueOn: string | null;
  reason: string | null;
}

/** Writes an invitation and returns its id. */
export async function insertAssignment(
  tx: Tx,
  { dossierId, assigneeId, kind, dueOn, reason }: NewAssignment,
): Promise<string> {
  const row = await tx.one<{ id: string }>(
    `INSERT INTO assignment (dossier_id, assignee_id, kind, state, assigned_by, assigned_at, due_on, reason)
     VALUES ($1, $2, $3, 'invited', $4, $5, $6, $7) RETURNING id`,
    [dossierId, assigneeId, kind, tx.actor.id, tx.at, dueOn, reason],
  );
  if (!row) throw new Error('an inserted assignment has an id');
  return row.id;
}

/** Takes a person off a dossier, and tells their open screens; the row stays with the day on which it ended. */
export async function releaseAssignment(
  tx: Tx,
  { id, dossierId, assigneeId }: Pick<Assignment, 'id' | 'dossierId' | 'assigneeId'>,
): Promise<void> {
  await Promise.all([
    tx.query(
      `UPDATE assignment SET state = 'released', released_at = $2, revision = revision + 1 WHERE id = $1`,
      [id, tx.at],
    ),
    recordAccessLost(tx, dossierId, assigneeId),
  ]);
}

/** Writes what the assignee declared and answered. */
export async function answerAssignment(
  tx: Tx,
  id: string,
  answer: { state: 'accepted' | 'declined'; declaration: Declaration | null; reason: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE assignment SET state = $2, declaration = coalesce($3::text, declaration),
       declared_at = CASE WHEN $3::text IS NULL THEN declared_at ELSE $5 END, answered_at = $5, answer_reason = $4, revision = revision + 1
      WHERE id = $1`,
    [id, answer.state, answer.declaration, answer.reason, tx.at],
  );
}
