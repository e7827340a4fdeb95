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

/** What a procedure drafts; a holding reply, a request to the consulted and the papers of a council are no steps of it. */
type StepLetter = Exclude<
  LetterKind,
  'holding_reply' | 'consultation_request' | (typeof COUNCIL_LETTER_KINDS)[number]
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

/** A decision of a later round takes the place of the issued one that is under review. */
async function replacedLetter({ tx, row }: EffectContext, kind: LetterKind): Promise<string | null> {
  if (!isDecisionLetter(kind) || row.round === 1) return null;
  const issued = (await lettersOf(tx, row.id)).filter(
    (letter) => letter.kind === kind && letter.status === 'issued',
  );
  return issued.at(-1)?.id ?? null;
}
