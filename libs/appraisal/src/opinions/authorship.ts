import { type Tx } from '#database';
import { type OpenedDossier } from '#dossiers';
import { Refusal } from '#kernel';

interface Task {
  kind: 'lead' | 'expert' | 'council';
  state: 'invited' | 'accepted';
  declaration: 'no_conflict' | 'conflict' | null;
}

/** The tasks of a person on a dossier that ask for an opinion; a council's secretary without a vote gives none. */
const tasksOf = (tx: Tx, dossierId: string, userId: string): Promise<Task[]> =>
  tx.query<Task>(
    `SELECT a.kind, a.state, a.declaration FROM assignment a
      WHERE a.dossier_id = $1 AND a.assignee_id = $2 AND a.state IN ('invited', 'accepted')
        AND (a.kind <> 'council' OR EXISTS (SELECT 1 FROM council_member m WHERE m.assignment_id = a.id AND m.votes))`,
    [dossierId, userId],
  );

/**
 * The author of an opinion is the lead appraiser, an expert or a voting member of the council who accepted, and declared
 * to be without conflict first.
 * @throws Refusal `command_not_for_you`, `declaration_missing`.
 */
export async function requireAuthor(tx: Tx, { row }: OpenedDossier): Promise<void> {
  const tasks = await tasksOf(tx, row.id, tx.actor.id);
  const own = tasks.filter(({ kind }) => kind !== 'lead' || row.leadAppraiserId === tx.actor.id);
  if (own.length === 0)
    throw new Refusal('command_not_for_you', {
      roles: ['lead_appraiser', 'assigned_expert', 'council_member'],
    });
  const ready = own.some(({ state, declaration }) => state === 'accepted' && declaration === 'no_conflict');
  if (!ready) throw new Refusal('declaration_missing', { dossierId: row.id });
}

/** Whether a person judges the dossier as an expert or a council member, and so without having read the others first. */
export async function isExpertOf(tx: Tx, dossierId: string, userId: string): Promise<boolean> {
  return (await tasksOf(tx, dossierId, userId)).some(({ kind }) => kind !== 'lead');
}
