import { DECISION_LETTERS, type LetterValidity } from '#contracts';
import { type Tx } from '#database';
import { logLetter } from './letter-audit.js';
import { type Letter, letterById } from './letter.row.js';

/** From which validities a mark may be set: what was replaced or recalled has no way back. */
const FROM: Record<LetterValidity, readonly LetterValidity[]> = {
  valid: [],
  under_review: ['valid', 'confirmed'],
  confirmed: ['under_review'],
  replaced: ['valid', 'under_review', 'confirmed'],
  recalled: ['valid', 'under_review', 'confirmed'],
};

/**
 * Marks what the issued decisions of a dossier are worth from now on; the letters themselves stay as they are.
 * Decisions that the mark cannot apply to are left alone. Returns the marked letters.
 */
export async function markLetters(tx: Tx, dossierId: string, validity: LetterValidity): Promise<Letter[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM letter WHERE dossier_id = $1 AND kind = ANY ($3) AND status = 'issued' AND validity = ANY ($2)
      ORDER BY issued_at, id FOR UPDATE`,
    [dossierId, FROM[validity], [...DECISION_LETTERS]],
  );
  const marked: Letter[] = [];
  for (const { id } of rows) if (await setValidity(tx, id, validity)) marked.push(await letterById(tx, id));
  return marked;
}

/** Marks one issued letter of any kind; false when the mark does not apply to it. */
export async function setValidity(tx: Tx, letterId: string, validity: LetterValidity): Promise<boolean> {
  const touched = await tx.affect(
    `UPDATE letter SET validity = $2, revision = revision + 1, updated_at = $3 WHERE id = $1 AND status = 'issued' AND validity = ANY ($4)`,
    [letterId, validity, tx.at, FROM[validity]],
  );
  if (touched === 0) return false;
  await logLetter(tx, await letterById(tx, letterId), 'letter.marked', { facts: { validity } });
  return true;
}
