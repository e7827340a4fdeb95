import { type LetterDataOf, type LetterKind } from '#contracts';
import { councilDecisionText, councilMinutesText } from './compose/council.letters.js';
import { framed, type LetterText } from './compose/letter-parts.js';
import { consultationRequestText, determinationText } from './compose/determination.letters.js';
import { decisionText, intendedRefusalText } from './compose/judgement.letters.js';
import { holdingReplyText } from './compose/holding-reply.letter.js';
import { discontinuanceText, recallText, returnText } from './compose/notice.letters.js';
import { receiptText } from './compose/receipt.letter.js';
import { clarificationText, supplementText } from './compose/request.letters.js';
import { type LetterContent, type LetterLang } from './letter-content.types.js';
import { tidied } from './tidy-text.js';

/** Version of wording and layout; stands on every letter that was made with it. */
export const TEMPLATE_VERSION = 'nd30-2';

const TEXTS: { [Kind in LetterKind]: (data: LetterDataOf[Kind]) => LetterText } = {
  receipt: receiptText,
  supplement_request: supplementText,
  clarification_request: clarificationText,
  return_notice: returnText,
  discontinuance: discontinuanceText,
  intended_refusal: intendedRefusalText,
  decision: decisionText,
  recall_notice: recallText,
  holding_reply: holdingReplyText,
  council_decision: councilDecisionText,
  council_minutes: councilMinutesText,
  consultation_request: consultationRequestText,
  determination: determinationText,
};

/**
 * The words of a letter from its data: the same data always give the same words. Without an imprint it is a draft.
 * Statements about the law come from the data only, each with the mark of its verification. Letters of the
 * authority are written in Vietnamese, so `vi` is the one language.
 */
export function letterContent<Kind extends LetterKind>(
  kind: Kind,
  data: LetterDataOf[Kind],
  lang: LetterLang = 'vi',
): LetterContent {
  return tidied(framed(kind, data, TEXTS[kind](data), lang));
}
