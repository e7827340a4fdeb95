import {
  type COUNCIL_LETTER_KINDS,
  isDecisionLetter,
  type LetterDataOf,
  type LetterFrame,
  type LetterKind,
} from '#contracts';
import { discardDraft, draftLetter, lettersOf } from '#letters';
import { type CaseworkSettings } from '../casework-settings.js';
import { type EffectContext, type EffectHandler } from '../commands/command.types.js';
import { choiceOf } from '../rounds/earlier-letter.js';
import { lettersInReview } from '../rounds/earlier-decision.query.js';
import { determinationData } from './determination.letter-data.js';
import { decisionData } from './decision.letter-data.js';
import { legalBasisOf, letterFrame } from './letter-frame.js';
import {
  clarificationData,
  discontinuanceData,
  refusalNoticeData,
  returnData,
  supplementData,
} from './request.letter-data.js';
import { receiptData } from './receipt.letter-data.js';

/** Builds what one kind of letter says from what the command and the dossier hold. */
type LetterDataBuilder = (
  context: EffectContext,
  frame: LetterFrame,
  settings: CaseworkSettings,
) => Promise<LetterDataOf[StepLetter]>;

/** What a procedure drafts; holding replies, requests to the consulted, council papers and recalls are no steps of it. */
type StepLetter = Exclude<
  LetterKind,
  'holding_reply' | 'consultation_request' | 'recall_notice' | (typeof COUNCIL_LETTER_KINDS)[number]
>;
const BUILDERS: Record<StepLetter, LetterDataBuilder> = {
  receipt: receiptData,
  supplement_request: supplementData,
  clarification_request: clarificationData,
  return_notice: returnData,
  discontinuance: discontinuanceData,
  intended_refusal: refusalNoticeData,
  decision: decisionData,
  determination: determinationData,
};

/** Drafts a letter for signature; it leaves the house only when somebody issues it. */
export const draftLetterEffect =
  (settings: CaseworkSettings): EffectHandler =>
  async (context, arg) => {
    const kind = arg as StepLetter;
    const { tx, row, lawSet } = context;
    const frame = await letterFrame(tx, row, lawSet, settings, legalBasisOf(lawSet, row));
    const data = await BUILDERS[kind](context, frame, settings);
    const replaces = await replacedLetter(context, kind);
    const letter = await draftLetter(tx, {
      dossierId: row.id,
      kind,
      round: row.round,
      data,
      ...(replaces ? { replaces } : {}),
    });
    context.letters.push({ id: letter.id, kind, status: 'draft' });
  };

/** Voids a draft that must not be signed any more. */
export const voidDraftEffect: EffectHandler = async ({ tx, row }, arg) => {
  for (const { id, kind, status, revision } of await lettersOf(tx, row.id))
    if (kind === arg && status === 'draft') await discardDraft(tx, { letterId: id, revision });
};

/** The issued letter whose place a decision of a later round takes, where it says so. */
async function replacedLetter(context: EffectContext, kind: LetterKind): Promise<string | null> {
  if (!isDecisionLetter(kind) || choiceOf(context) !== 'replace') return null;
  return (await lettersInReview(context.tx, context.row.id)).at(-1)?.id ?? null;
}
