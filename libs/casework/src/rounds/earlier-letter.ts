import { type EarlierLetter, type EarlierReference, type RecallNoticeData } from '#contracts';
import { type LetterFrame } from '#contracts';
import { draftLetter, RECALL_BASIS } from '#letters';
import { type CaseworkSettings } from '../casework-settings.js';
import { type EffectContext, type EffectHandler, payloadOf } from '../commands/command.types.js';
import { letterFrame } from '../letters/letter-frame.js';
import { lettersInReview } from './earlier-decision.query.js';

const EFFECTS = { confirm: 'confirmed', replace: 'replaced', recall: 'recalled' } as const;

/** What the decision in hand says of the letter that is under review; undefined for a first decision. */
export const choiceOf = (context: Pick<EffectContext, 'command'>): EarlierLetter | undefined =>
  payloadOf(context, 'approve', 'approve_with_conditions', 'refuse').earlierLetter;

/** The letter under review as the new letter names it, with what becomes of it; null for a first decision. */
export async function earlierReference(
  context: Pick<EffectContext, 'tx' | 'row' | 'command'>,
): Promise<EarlierReference | null> {
  const choice = choiceOf(context);
  const letter = (await lettersInReview(context.tx, context.row.id)).at(-1);
  if (choice === undefined || !letter || letter.number === null || letter.issuedOn === null) return null;
  return { number: letter.number, on: letter.issuedOn, from: null, effect: EFFECTS[choice] };
}

/** Drafts the notice that recalls the letter under review, where the decision says so; it recalls when it is issued. */
export const recallEarlierLetter =
  (settings: CaseworkSettings): EffectHandler =>
  async (context) => {
    const { tx, row, lawSet } = context;
    const earlier = await earlierReference(context);
    if (earlier?.effect !== 'recalled') return;
    const frame = await letterFrame(tx, row, lawSet, settings, []);
    const data = await noticeData(context, frame, earlier);
    const letter = await draftLetter(tx, {
      dossierId: row.id,
      kind: 'recall_notice',
      round: row.round,
      data,
    });
    context.letters.push({ id: letter.id, kind: 'recall_notice', status: 'draft' });
  };

async function noticeData(
  { tx, row }: EffectContext,
  frame: LetterFrame,
  { number, on }: EarlierReference,
): Promise<RecallNoticeData> {
  const reopening = await tx.one<{ decision: string; on: string }>(
    `SELECT complaint_decision AS decision, decided_on::text AS on FROM reopening WHERE dossier_id = $1 AND round = $2`,
    [row.id, row.round],
  );
  return {
    ...frame,
    recalled: { number, on, from: null },
    complaint: reopening,
    basis: RECALL_BASIS,
  };
}
