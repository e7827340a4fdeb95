import { type CommandName, type Status } from '#contracts';
import { type Tx } from '#database';
import { type DossierPatch, type DossierRow, writeDossier } from './dossier.row.js';

export interface Move {
  command: CommandName | 'create';
  to: Status;
  actorRole: string;
  commandId: string | null;
}

/** Writes the log row of a new draft: step 0. */
export async function logCreation(tx: Tx, row: DossierRow, actorRole: string): Promise<void> {
  await insertTransition(tx, row, null, { command: 'create', to: row.status, actorRole, commandId: null });
}

/**
 * Moves a locked dossier one step: status, step and log row together. The only writer of `status`;
 * the database refuses at commit when the two do not agree.
 */
export async function moveDossier(
  tx: Tx,
  row: DossierRow,
  move: Move,
  patch: DossierPatch,
): Promise<DossierRow> {
  const step = row.step + 1;
  const [moved] = await Promise.all([
    writeDossier(tx, row, { ...patch, status: move.to, step }),
    insertTransition(tx, { id: row.id, step, round: patch.round ?? row.round }, row.status, move),
  ]);
  return moved;
}

async function insertTransition(
  tx: Tx,
  row: Pick<DossierRow, 'id' | 'step' | 'round'>,
  from: Status | null,
  move: Move,
): Promise<void> {
  await tx.query(
    `INSERT INTO dossier_transition (dossier_id, step, command, from_status, to_status, actor_id, actor_role, round, command_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.step,
      move.command,
      from,
      move.to,
      tx.actor.id,
      move.actorRole,
      row.round,
      move.commandId,
      tx.at,
    ],
  );
}

export interface TransitionRow {
  step: number;
  command: CommandName | 'create';
  fromStatus: Status | null;
  toStatus: Status;
  actorId: string;
  actorRole: string;
  actorName: string | null;
  round: number;
  at: Date;
}

/** The transitions of a dossier, oldest first, with the names of those who acted. */
export function transitionsOf(tx: Tx, dossierId: string): Promise<TransitionRow[]> {
  return tx.query<TransitionRow>(
    `SELECT t.step, t.command, t.from_status AS "fromStatus", t.to_status AS "toStatus", t.actor_id AS "actorId",
            t.actor_role AS "actorRole", u.display_name AS "actorName", t.round, t.at
       FROM dossier_transition t LEFT JOIN app_user u ON u.id = t.actor_id
      WHERE t.dossier_id = $1 ORDER BY t.step`,
    [dossierId],
  );
}
