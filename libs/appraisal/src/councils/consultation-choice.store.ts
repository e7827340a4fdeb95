import { type ConsultationChoiceDraft, type ConsultationForm } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';

/** One choice of the form of consultation; the newest of a round counts. */
export interface ConsultationChoice {
  id: string;
  round: number;
  number: number;
  form: ConsultationForm;
  reason: string;
  chosenBy: string;
  chosenByName: string;
  chosenAt: Date;
}

const SELECT = `SELECT c.id, c.round, c.number, c.form, c.reason, c.chosen_by AS "chosenBy", u.display_name AS "chosenByName",
  c.chosen_at AS "chosenAt" FROM consultation_choice c JOIN app_user u ON u.id = c.chosen_by`;

/** Every choice of a dossier, newest first. */
export const consultationChoices = (tx: Tx, dossierId: string): Promise<ConsultationChoice[]> =>
  tx.query<ConsultationChoice>(`${SELECT} WHERE c.dossier_id = $1 ORDER BY c.round DESC, c.number DESC`, [
    dossierId,
  ]);

/** The choice that counts in the present round; null: in house, since nobody chose. */
export const currentChoice = (
  tx: Tx,
  row: Pick<DossierRow, 'id' | 'round'>,
): Promise<ConsultationChoice | null> =>
  tx.one<ConsultationChoice>(
    `${SELECT} WHERE c.dossier_id = $1 AND c.round = $2 ORDER BY c.number DESC LIMIT 1`,
    [row.id, row.round],
  );

/** Adds a choice of the actor to the history of the round and returns its id. */
export async function insertChoice(
  tx: Tx,
  row: Pick<DossierRow, 'id' | 'round'>,
  { form, reason }: ConsultationChoiceDraft,
): Promise<string> {
  const inserted = await tx.one<{ id: string }>(
    `INSERT INTO consultation_choice (dossier_id, round, number, form, reason, chosen_by, chosen_at)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 FROM consultation_choice WHERE dossier_id = $1 AND round = $2
     RETURNING id`,
    [row.id, row.round, form, reason, tx.actor.id, tx.at],
  );
  if (!inserted) throw new Error('an inserted choice has an id');
  return inserted.id;
}
