import { type Tx } from '#database';
import { type OpenedDossier } from '#dossiers';
import { Refusal } from '#kernel';

interface Task {
  kind: 'lead' | 'expert';
  state: 'invited' | 'accepted';
  declaration: 'no_conflict' | 'conflict' | null;
}

/** The tasks that a person holds on a dossier now. */
const tasksOf = (tx: Tx, dossierId: string, userId: string): Promise<Task[]> =>
  tx.query<Task>(
    "SELECT kind, state, declaration FROM assignment WHERE dossier_id = $1 AND assignee_id = $2 AND state IN ('invited', 'accepted')",
    [dossierId, userId],
  );

/**
 * The author of an opinion is the lead appraiser, or an expert who accepted, and declared to be without conflict first.
 * @throws Refusal `command_not_for_you`, `declaration_missing`.
 */
export async function requireAuthor(tx: Tx, { row }: OpenedDossier): Promise<void> {
  const tasks = await tasksOf(tx, row.id, tx.actor.id);
  const own = tasks.filter(({ kind }) => kind === 'expert' || row.leadAppraiserId === tx.actor.id);
  if (own.length === 0)
    throw new Refusal('command_not_for_you', { roles: ['lead_appraiser', 'assigned_expert'] });
  const ready = own.some(({ state, declaration }) => state === 'accepted' && declaration === 'no_conflict');
  if (!ready) throw new Refusal('declaration_missing', { dossierId: row.id });
}

/** Whether a person judges the dossier as one of its experts, and so without having read the others first. */
export async function isExpertOf(tx: Tx, dossierId: string, userId: string): Promise<boolean> {
  return (await tasksOf(tx, dossierId, userId)).some(({ kind }) => kind === 'expert');
}
