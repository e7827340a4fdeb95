import { type CommandPayloads, type InconclusiveAnswer } from '#contracts';
import { type CaseFacts } from '../workflow.types.js';
import { type GuardAnswer, isBlank, onPayload, refusal } from './guard.types.js';

type Conclusion = CommandPayloads['conclude'];

const keysAnswered = (payload: Conclusion, word: InconclusiveAnswer['answer']): string[] =>
  payload.inconclusive.filter(({ answer }) => answer === word).map(({ findingKey }) => findingKey);

const unanswered = (facts: CaseFacts, payload: Conclusion): GuardAnswer => {
  const answers = payload.inconclusive.filter(({ reason }) => !isBlank(reason));
  const answered = new Set(answers.map(({ findingKey }) => findingKey));
  const keys = (facts.screening?.inconclusive ?? []).filter((key) => !answered.has(key));
  return keys.length > 0 ? refusal('inconclusive_unanswered', { keys }) : null;
};

/** A check by hand is an answer only where the record holds one: for an annex that is not loaded. */
const uncheckedByHand = (facts: CaseFacts, payload: Conclusion): GuardAnswer => {
  const checked = new Set(facts.screening?.checkedByHand ?? []);
  const keys = keysAnswered(payload, 'manual_check').filter((key) => !checked.has(key));
  return keys.length > 0 ? refusal('inconclusive_unanswered', { keys, reason: 'no_manual_check' }) : null;
};

const withoutCondition = (_facts: CaseFacts, payload: Conclusion): GuardAnswer => {
  const cures = new Set(payload.conditions.flatMap((condition) => condition.cures ?? []));
  const promised = keysAnswered(payload, 'condition');
  const keys = promised.filter((key) => !cures.has(key));
  if (keys.length > 0) return refusal('conditions_missing', { keys });
  return promised.length > 0 && payload.outcome === 'agree'
    ? refusal('conditions_missing', { keys: promised, needs: 'agree_with_conditions' })
    : null;
};

/** Only where the outcome disagrees on another ground may a finding be left as deciding nothing. */
const wronglyPassedOver = (_facts: CaseFacts, payload: Conclusion): GuardAnswer => {
  const keys = payload.outcome.startsWith('disagree') ? [] : keysAnswered(payload, 'not_decisive');
  return keys.length > 0 ? refusal('inconclusive_unanswered', { keys, reason: 'decisive_here' }) : null;
};

/**
 * Every inconclusive finding is answered with a reason (invariant 10), and the answer is kept: `condition` by a
 * condition of the conclusion whose `cures` names the finding, beside an outcome that carries conditions or disagrees;
 * `manual_check` by a recorded check of the annex; `not_decisive` stands only beside a disagreement. Refuses `inconclusive_unanswered` (`keys`) or `conditions_missing`.
 */
export const inconclusiveAnswered = onPayload(
  ['conclude'],
  (facts, payload) =>
    unanswered(facts, payload) ??
    uncheckedByHand(facts, payload) ??
    wronglyPassedOver(facts, payload) ??
    withoutCondition(facts, payload),
);
