import { type CouncilStatus } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type CivilDate, civilDateOf, Refusal } from '#kernel';
import { type CouncilRules, type FromPack } from '#law';

/** A council of one round, with the rules of the law by which it was established. */
export interface Council {
  id: string;
  dossierId: string;
  round: number;
  name: string;
  decidedBasis: string | null;
  rules: FromPack<CouncilRules>;
  status: CouncilStatus;
  establishedOn: CivilDate;
  establishedBy: string;
  establishedByName: string;
  establishedAt: Date;
  decisionLetterId: string | null;
  concludedAt: Date | null;
  dissolvedAt: Date | null;
  dissolvedReason: string | null;
  revision: number;
}

const SELECT = `SELECT c.id, c.dossier_id AS "dossierId", c.round, c.name, c.decided_basis AS "decidedBasis", c.rules, c.status,
  c.established_on::text AS "establishedOn", c.established_by AS "establishedBy", u.display_name AS "establishedByName",
  c.established_at AS "establishedAt", c.decision_letter_id AS "decisionLetterId", c.concluded_at AS "concludedAt",
  c.dissolved_at AS "dissolvedAt", c.dissolved_reason AS "dissolvedReason", c.revision
  FROM council c JOIN app_user u ON u.id = c.established_by`;
/** Of a round one at most is not dissolved, and it came last. */
const NEWEST = "ORDER BY c.round DESC, c.status = 'dissolved', c.established_at DESC, c.id";

/** Every council of a dossier, the newest first. */
export const councilsOf = (tx: Tx, dossierId: string): Promise<Council[]> =>
  tx.query<Council>(`${SELECT} WHERE c.dossier_id = $1 ${NEWEST}`, [dossierId]);

/** The newest council of the present round, or null. */
export const councilOfRound = (tx: Tx, row: Pick<DossierRow, 'id' | 'round'>): Promise<Council | null> =>
  tx.one<Council>(`${SELECT} WHERE c.dossier_id = $1 AND c.round = $2 ${NEWEST} LIMIT 1`, [
    row.id,
    row.round,
  ]);

export const isOpenCouncil = ({ status }: Pick<Council, 'status'>): boolean =>
  status === 'established' || status === 'in_session';

/** The open council of the round. @throws Refusal `council_missing`, `council_over` with how it ended. */
export async function requireOpenCouncil(tx: Tx, row: DossierRow): Promise<Council> {
  const council = await councilOfRound(tx, row);
  if (!council || council.status === 'dissolved')
    throw new Refusal('council_missing', { round: row.round, status: council?.status ?? null });
  if (!isOpenCouncil(council)) throw new Refusal('council_over', { status: council.status });
  return council;
}

/** Establishes a council today and returns it. */
export async function insertCouncil(
  tx: Tx,
  row: Pick<DossierRow, 'id' | 'round'>,
  draft: { name: string; decidedBasis: string | null; rules: FromPack<CouncilRules> },
): Promise<Council> {
  await tx.query(
    `INSERT INTO council (dossier_id, round, name, decided_basis, rules, status, established_on, established_by, established_at)
     VALUES ($1, $2, $3, $4, $5, 'established', $6, $7, $8)`,
    [row.id, row.round, draft.name, draft.decidedBasis, draft.rules, civilDateOf(tx.at), tx.actor.id, tx.at],
  );
  const council = await councilOfRound(tx, row);
  if (!council) throw new Error('an inserted council is there');
  return council;
}

/** Moves an open council between sitting and not sitting. */
export async function setSitting(tx: Tx, councilId: string, sits: boolean): Promise<void> {
  await tx.query('UPDATE council SET status = $2, revision = revision + 1 WHERE id = $1', [
    councilId,
    sits ? 'in_session' : 'established',
  ]);
}

/** Names the newest decision that establishes or changes the council. */
export async function setDecisionLetter(tx: Tx, councilId: string, letterId: string): Promise<void> {
  await tx.query('UPDATE council SET decision_letter_id = $2, revision = revision + 1 WHERE id = $1', [
    councilId,
    letterId,
  ]);
}

/** Ends a council by its conclusion. */
export async function markConcluded(tx: Tx, councilId: string): Promise<void> {
  await tx.query(
    "UPDATE council SET status = 'concluded', concluded_at = $2, revision = revision + 1 WHERE id = $1",
    [councilId, tx.at],
  );
}

/** Ends a council without a conclusion. */
export async function markDissolved(tx: Tx, councilId: string, reason: string): Promise<void> {
  await tx.query(
    `UPDATE council SET status = 'dissolved', dissolved_at = $2, dissolved_by = $3, dissolved_reason = $4, revision = revision + 1
      WHERE id = $1`,
    [councilId, tx.at, tx.actor.id, reason],
  );
}
