import { type ConditionDraft, DECISION_LETTERS } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type CivilDate } from '#kernel';
import { type Letter, lettersOf } from '#letters';
import { type EarlierDecision } from '#workflow';

/** The day on which the letter of the decision of the present round left the house; null while it has not. */
export async function decisionIssuedOn(tx: Tx, { id, round }: DossierRow): Promise<CivilDate | null> {
  const row = await tx.one<{ on: CivilDate }>(
    `SELECT issued_on::text AS "on" FROM letter
      WHERE dossier_id = $1 AND round = $2 AND kind = ANY ($3) AND status = 'issued' LIMIT 1`,
    [id, round, [...DECISION_LETTERS]],
  );
  return row?.on ?? null;
}

/** The issued letters of decision that are under review after a complaint, oldest first. */
export async function lettersInReview(tx: Tx, dossierId: string): Promise<Letter[]> {
  const kinds: readonly string[] = DECISION_LETTERS;
  return (await lettersOf(tx, dossierId)).filter(
    ({ kind, validity }) => kinds.includes(kind) && validity === 'under_review',
  );
}

/** What the newest letter under review decided; null when none is. */
export async function earlierDecision(tx: Tx, { id, round }: DossierRow): Promise<EarlierDecision | null> {
  if (round === 1) return null;
  const letter = (await lettersInReview(tx, id)).at(-1);
  if (letter === undefined) return null;
  const decision = await tx.one<{ kind: EarlierDecision['kind']; conditions: ConditionDraft[] }>(
    `SELECT kind, COALESCE(content->'conditions', '[]'::jsonb) AS conditions FROM decision WHERE dossier_id = $1 AND round = $2`,
    [id, letter.round],
  );
  return decision;
}
