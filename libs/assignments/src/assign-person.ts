import { type Role, ROLES_FOR_TASK } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { conflictedUserIds, COUNCIL_ROLES } from '#identity';
import { civilDateOf, Refusal } from '#kernel';
import {
  type Assignment,
  type AssignmentKind,
  insertAssignment,
  openAssignments,
  releaseAssignment,
} from './assignment.store.js';

/** Who shall work on a dossier: as lead appraiser, as one of its experts, or in its council. `dueOn` is a civil day. */
export interface AssignmentOrder {
  assigneeId: string;
  kind: AssignmentKind;
  dueOn?: string;
  reason?: string;
}

const SUITABLE: Record<AssignmentKind, readonly Role[]> = {
  ...ROLES_FOR_TASK,
  council: COUNCIL_ROLES,
};

interface Person {
  active: boolean;
  roles: Role[];
}
const personOf = (tx: Tx, row: DossierRow, { assigneeId }: AssignmentOrder): Promise<Person | null> =>
  tx.one<Person>(
    `SELECT u.active, array(SELECT role FROM user_role WHERE user_id = u.id) AS roles
       FROM app_user u WHERE u.id = $1 AND u.authority_id = $2`,
    [assigneeId, row.authorityId],
  );

/** @throws Refusal `assignee_unknown`, `assignee_role_missing` */
function requireSuitable(person: Person | null, { assigneeId, kind }: AssignmentOrder): void {
  if (!person?.active) throw new Refusal('assignee_unknown', { assigneeId });
  if (!person.roles.some((role) => SUITABLE[kind].includes(role))) {
    throw new Refusal('assignee_role_missing', { assigneeId, needed: [...SUITABLE[kind]] });
  }
}

/** The lead whose place a new one takes, or null. @throws Refusal `already_assigned`, `reassignment_reason_missing` */
function replacedBy(order: AssignmentOrder, open: readonly Assignment[]): Assignment | null {
  const same = open.find(({ assigneeId, kind }) => assigneeId === order.assigneeId && kind === order.kind);
  if (same) throw new Refusal('already_assigned', { assignmentId: same.id });
  const lead = order.kind === 'lead' ? open.find(({ kind }) => kind === 'lead') : undefined;
  if (!lead) return null;
  if (!order.reason?.trim())
    throw new Refusal('reassignment_reason_missing', { leadAppraiserId: lead.assigneeId });
  return lead;
}

/**
 * Invites a person to a locked dossier; a lead appraiser who was there is released and stays in the history. The caller
 * sets the dossier's lead and writes the log. Returns the id of the assignment. A lead takes over at once but declares before concluding or recording.
 * @throws Refusal `assignee_unknown`, `assignee_role_missing`, `assignee_in_conflict`, `already_assigned`,
 * `reassignment_reason_missing`, `impossible_value` (a due day that is past).
 */
export async function assignPerson(tx: Tx, row: DossierRow, order: AssignmentOrder): Promise<string> {
  const [person, conflicted, open] = await Promise.all([
    personOf(tx, row, order),
    conflictedUserIds(tx, row.id),
    openAssignments(tx, row.id),
  ]);
  requireSuitable(person, order);
  if (conflicted.includes(order.assigneeId)) {
    throw new Refusal('assignee_in_conflict', { assigneeId: order.assigneeId });
  }
  if (order.dueOn !== undefined && order.dueOn < civilDateOf(tx.at)) {
    throw new Refusal('impossible_value', {
      errors: [{ pointer: '/dueOn', code: 'not_before_today', message: order.dueOn }],
    });
  }
  const replaced = replacedBy(order, open);
  const { assigneeId, kind } = order;
  const [, id] = await Promise.all([
    replaced && releaseAssignment(tx, replaced),
    insertAssignment(tx, {
      dossierId: row.id,
      assigneeId,
      kind,
      dueOn: order.dueOn ?? null,
      reason: order.reason?.trim() || null,
    }),
  ]);
  return id;
}
