import { type ConditionDraft } from '#contracts';
import { type CaseFacts } from '../workflow.types.js';
import { type Guard, type GuardAnswer, refusal } from './guard.types.js';

const DECISIONS = ['approve', 'approve_with_conditions', 'refuse'] as const;
type DecisionName = (typeof DECISIONS)[number];
const isDecisionName = (name: string): name is DecisionName =>
  (DECISIONS as readonly string[]).includes(name);

/** Outcomes of a conclusion that each decision may follow; a leader may add conditions to a plain agreement. */
const FOLLOWS: Record<DecisionName, readonly string[]> = {
  approve: ['agree'],
  approve_with_conditions: ['agree', 'agree_with_conditions'],
  refuse: ['disagree_prohibited', 'disagree_outdated', 'disagree_other'],
};

function againstOutcome(facts: CaseFacts, name: string): GuardAnswer {
  const concluded = facts.conclusion?.outcome ?? null;
  const conditionsCure = facts.conclusion?.conditionsCure ?? [];
  const follows = isDecisionName(name) && concluded !== null && FOLLOWS[name].includes(concluded);
  if (!follows) return refusal('decision_against_conclusion', { decision: name, concluded });
  return name === 'approve' && conditionsCure.length > 0
    ? refusal('decision_against_conclusion', { decision: name, concluded, dropped: conditionsCure })
    : null;
}

/** A condition that was concluded for a finding is not dropped on the way to the decision. */
function againstConditions(facts: CaseFacts, conditions: readonly ConditionDraft[]): GuardAnswer {
  const kept = new Set(conditions.flatMap((condition) => condition.cures ?? []));
  const dropped = (facts.conclusion?.conditionsCure ?? []).filter((key) => !kept.has(key));
  const concluded = facts.conclusion?.outcome;
  return dropped.length > 0
    ? refusal('decision_against_conclusion', { decision: 'approve_with_conditions', concluded, dropped })
    : null;
}

/**
 * The decision goes the way of the endorsed conclusion and keeps the conditions that it set for findings; who sees it
 * otherwise sends the dossier back. Refuses `decision_against_conclusion` (`decision`, `concluded`, `dropped` keys).
 */
export const decisionFollowsConclusion: Guard = {
  commands: DECISIONS,
  early: againstOutcome,
  check: (facts, command) =>
    againstOutcome(facts, command.name) ??
    (command.name === 'approve_with_conditions'
      ? againstConditions(facts, command.payload.conditions)
      : null),
};
