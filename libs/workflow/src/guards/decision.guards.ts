import { type CommandName, type ConditionDraft } from '#contracts';
import { isCivilDate } from '#kernel';
import { type CaseFacts } from '../workflow.types.js';
import { againstCouncil, councilDisagrees, councilPartial } from './consultation.guards.js';
import { type Guard, type GuardAnswer, isBlank, onFacts, onPayload, refusal } from './guard.types.js';
import { citedFault, isGrounded } from './grounds.js';
import { isOfEarlier } from './rounds.guards.js';
import { blockingOf, standing, uncured } from './review.guards.js';

/** Who took part in the round before this step; null where the record has nobody, which no later step may pass. */
const earlierPeople = (facts: CaseFacts, command: CommandName): Record<string, string | null> =>
  command === 'endorse'
    ? { concluder: facts.concluderId }
    : { concluder: facts.concluderId, endorser: facts.endorserId };

/** Concluder, endorser and decider of a round are three people (invariant 3). */
export const fourEyes = onFacts(
  (facts, command) => {
    const clash = Object.entries(earlierPeople(facts, command)).find(
      ([, personId]) => personId === null || personId === facts.actor.id,
    );
    return clash ? refusal('four_eyes', { sameAs: clash[0], missing: clash[1] === null }) : null;
  },
  ['endorse', 'approve', 'approve_with_conditions', 'refuse'],
);

/** A conflict that concluder, endorser or a council's voter declared after acting: only a new conclusion heals it. */
export const earlierPeopleImpartial = onFacts(
  (facts, command) => {
    const found = Object.entries(earlierPeople(facts, command)).find(
      ([, personId]) => personId !== null && facts.conflictedUserIds.includes(personId),
    );
    return found
      ? refusal('conflict_of_interest', { who: found[0], userId: found[1] })
      : councilPartial(facts);
  },
  ['endorse', 'approve', 'approve_with_conditions', 'refuse'],
);

const onlyIncurable = (facts: CaseFacts): GuardAnswer =>
  standing(blockingOf(facts).filter(({ curable }) => curable === 'none'));

/**
 * No blocking finding stands (invariant 1): none at all for `approve`; for `approve_with_conditions` each must be
 * curable by a condition, and a condition of this decision must name its key.
 */
export const noBlockingFinding: Guard = {
  commands: ['approve', 'approve_with_conditions'],
  early: (facts, command) => (command === 'approve' ? standing(blockingOf(facts)) : onlyIncurable(facts)),
  check: (facts, command) =>
    command.name === 'approve_with_conditions'
      ? standing(uncured(facts, command.payload.conditions))
      : standing(blockingOf(facts)),
};

/**
 * A refusal rests on a standing finding that blocks or is by verified law and no analogy, on a criterion that a
 * recorded opinion of the round found unmet, or on the conclusion of a council's session. A council that is cited must
 * have concluded so.
 */
export const reasonsGiven = onPayload(['refuse'], (facts, payload): GuardAnswer => {
  const fault = citedFault(facts, payload);
  if (fault) return fault;
  const citesCouncil = !isBlank(payload.councilConclusion);
  const otherwise = citesCouncil ? againstCouncil(facts) : null;
  if (otherwise) return otherwise;
  const byCouncil = councilDisagrees(facts) && citesCouncil;
  const grounded = isGrounded(payload) || byCouncil;
  return grounded && !isBlank(payload.reasons) ? null : refusal('refusal_grounds_missing');
});

const gapsOf = (condition: ConditionDraft, today: string): string[] => [
  ...(isBlank(condition.what) ? ['what'] : []),
  ...(isCivilDate(condition.deadlineOn) && condition.deadlineOn > today ? [] : ['deadlineOn']),
  ...(isBlank(condition.proof) ? ['proof'] : []),
  ...(isBlank(condition.responsible) ? ['responsible'] : []),
];

/** A condition of the letter that is confirmed keeps its day, although that day may be over by now. */
const keepsItsDay = (facts: CaseFacts, payload: { earlierLetter?: string }, condition: ConditionDraft) =>
  payload.earlierLetter === 'confirm' && isOfEarlier(condition, facts.earlierDecision);

/** Every condition says what, until when (after today), how it is proven and by whom. */
export const conditionsGiven = onPayload(['approve_with_conditions'], (facts, payload): GuardAnswer => {
  if (payload.conditions.length === 0) return refusal('conditions_missing');
  const gaps = payload.conditions
    .map((condition, index) => ({ index, condition, missing: gapsOf(condition, facts.today) }))
    .filter(({ condition }) => !keepsItsDay(facts, payload, condition))
    .map(({ index, missing }) => ({ index, missing }))
    .filter(({ missing }) => missing.length > 0);
  return gaps.length > 0 ? refusal('conditions_incomplete', { conditions: gaps }) : null;
});
