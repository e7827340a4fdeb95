import { type DecisionData, isDecisionLetter, type LetterValidity } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type Letter, letterData, setValidity } from '#letters';
import { conditionsOfDossier } from '../conditions/condition.row.js';
import { changeCondition } from '../conditions/condition.writer.js';
import { lettersInReview } from './earlier-decision.query.js';

/** What an issued letter makes of the letters that are under review: a recall by its notice, the rest by the decision. */
async function effectOf(tx: Tx, { id, kind }: Letter): Promise<'confirmed' | 'replaced' | 'recalled' | null> {
  if (kind === 'recall_notice') return 'recalled';
  if (!isDecisionLetter(kind)) return null;
  const { earlier } = (await letterData(tx, id)) as DecisionData;
  return earlier === null || earlier.effect === 'recalled' ? null : earlier.effect;
}

/**
 * Marks the letters under review when the letter that settles them is issued, never before, and with them the conditions
 * that were suspended: they live on when their letter is confirmed, and are superseded otherwise.
 */
export async function settleEarlierLetters(tx: Tx, row: DossierRow, issued: Letter): Promise<void> {
  const effect: LetterValidity | null = await effectOf(tx, issued);
  if (effect === null) return;
  for (const letter of await lettersInReview(tx, row.id))
    if (letter.id !== issued.id) await setValidity(tx, letter.id, effect);
  for (const condition of await conditionsOfDossier(tx, row.id)) {
    if (condition.state !== 'suspended') continue;
    const change =
      effect === 'confirmed'
        ? ({ kind: 'resumed', state: condition.stateBefore ?? 'open' } as const)
        : ({ kind: 'superseded', state: 'superseded' } as const);
    await changeCondition(tx, condition, { ...change, stateBefore: null, actorRole: 'clerk' });
  }
}

/** The decision is reviewed after a complaint: what it asked of the owner waits. */
export async function suspendConditions(tx: Tx, row: DossierRow): Promise<number> {
  const owed = (await conditionsOfDossier(tx, row.id)).filter(
    ({ state, imposedOn }) => imposedOn !== null && (state === 'open' || state === 'proof_submitted'),
  );
  for (const condition of owed)
    await changeCondition(tx, condition, {
      kind: 'suspended',
      state: 'suspended',
      stateBefore: condition.state,
      actorRole: 'leader',
    });
  return owed.length;
}
