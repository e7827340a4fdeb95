import { problemOf } from '#contracts';
import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { isOfTheHouse } from './house.js';

/** Who changed something last, as the reader may know it (the name inside the house, else the role), and when. */
export interface LastChange {
  changedBy: string;
  changedAt: string;
}
interface Changer {
  name: string | null;
  roles: string[] | null;
  at: Date;
}

const WHO = `u.display_name AS name, array(SELECT role FROM user_role WHERE user_id = u.id ORDER BY role) AS roles`;

/** The last change of a row that keeps who wrote it. */
export async function lastChangeOf(
  tx: Tx,
  { updatedBy, updatedAt }: { updatedBy: string; updatedAt: Date },
): Promise<LastChange> {
  const person = await tx.one<Changer>(`SELECT ${WHO} FROM app_user u WHERE u.id = $1`, [updatedBy]);
  return told(tx, { name: null, roles: null, ...person, at: updatedAt });
}

const DONE = `SELECT ${WHO}, e.at FROM audit_entry e LEFT JOIN app_user u ON u.id::text = e.actor_id WHERE e.outcome = 'done'`;

/** The last act on a chain that was carried out; null when there is none. For the house, which may know every act. */
export async function lastActOn(tx: Tx, chainId: string): Promise<LastChange | null> {
  const act = await tx.one<Changer>(`${DONE} AND e.chain_id = $1 ORDER BY e.seq DESC LIMIT 1`, [chainId]);
  return act && told(tx, act);
}

/** The last act on a chain of the reader or of the reader's organisation, which they may know; null when there is none. */
export async function lastOwnActOn(tx: Tx, chainId: string): Promise<LastChange | null> {
  const { id, organisationId } = tx.actor;
  const act = await tx.one<Changer>(
    `${DONE} AND e.chain_id = $1 AND (e.actor_id = $2 OR u.organisation_id = $3) ORDER BY e.seq DESC LIMIT 1`,
    [chainId, id, organisationId],
  );
  return act && told(tx, act);
}

/** The last act on one thing that has no chain of its own; null when there is none. For the house. */
export async function lastActAbout(
  tx: Tx,
  subject: { kind: string; id: string },
): Promise<LastChange | null> {
  const act = await tx.one<Changer>(
    `${DONE} AND e.subject_kind = $1 AND e.subject_id = $2 ORDER BY e.at DESC, e.seq DESC LIMIT 1`,
    [subject.kind, subject.id],
  );
  return act && told(tx, act);
}

const told = (tx: Tx, { name, roles, at }: Changer): LastChange => ({
  changedBy: isOfTheHouse(tx.actor) ? (name ?? 'TechGate') : (roles?.[0] ?? 'system'),
  changedAt: at.toISOString(),
});

/** Runs an act; a conflict that it ends in (409) is told with the last change, since that is often a rival's who was faster. */
export async function namingTheWinner<Answer>(
  act: () => Promise<Answer>,
  winner: () => Promise<LastChange | null>,
): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || problemOf(error.code).status !== 409) throw error;
    throw new Refusal(error.code, { ...(await winner()), ...error.details });
  }
}
