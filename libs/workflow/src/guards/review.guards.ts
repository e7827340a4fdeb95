import { type ConditionDraft, type CommandPayloads } from '#contracts';
import { type CaseFacts } from '../workflow.types.js';
import { againstCouncil, councilDisagrees, councilPartial } from './consultation.guards.js';
import { citedFault, hasOutdatedGround, isGrounded } from './grounds.js';
import { type GuardAnswer, onFacts, onPayload, refusal } from './guard.types.js';

type Screening = NonNullable<CaseFacts['screening']>;
type Blocking = Screening['blocking'];

export const blockingOf = (facts: CaseFacts): Blocking => facts.screening?.blocking ?? [];
const keysOf = (findings: Blocking): string[] => findings.map(({ key }) => key);

/** The blocking findings that no condition cures: incurable by law, or not named by a condition. */
export function uncured(facts: CaseFacts, conditions: readonly ConditionDraft[]): Blocking {
  const cures = new Set(conditions.flatMap((condition) => condition.cures ?? []));
  return blockingOf(facts).filter(({ key, curable }) => curable !== 'by_condition' || !cures.has(key));
}
export const standing = (findings: Blocking): GuardAnswer =>
  findings.length > 0 ? refusal('blocking_finding_stands', { findings: keysOf(findings) }) : null;

/** At least one opinion of the round is on record (invariant 2). */
export const opinionRecorded = onFacts((facts) =>
  facts.opinionsOfRound > 0 ? null : refusal('opinion_missing', { round: facts.round }),
);

/** There is a screening, of this round and of the current facts (invariant 1). */
export const screeningCurrent = onFacts((facts) => {
  if (!facts.screening) return refusal('screening_missing');
  return facts.screening.current ? null : refusal('screening_stale');
});

/** A person confirmed or rejected every candidate of a list (invariant 1). */
export const candidatesDecided = onFacts((facts) => {
  const open = facts.screening?.undecidedCandidates ?? [];
  return open.length > 0 ? refusal('candidates_undecided', { candidates: open }) : null;
});

/** Whoever leads the work has declared to be free of conflict. */
export const conflictDeclared = onFacts((facts) =>
  facts.leadDeclaration === 'no_conflict'
    ? null
    : refusal('declaration_missing', { leadAppraiserId: facts.leadAppraiserId }),
);

/** Where an annex in force is not loaded, somebody looked into it by hand and recorded what was found. */
export const annexesChecked = onFacts((facts) => {
  const keys = facts.screening?.uncheckedAnnexes ?? [];
  return keys.length > 0 ? refusal('annex_check_missing', { keys }) : null;
});

/** No consultation is waiting for its answer. */
export const consultationsClosed = onFacts((facts) =>
  facts.openConsultations > 0 ? refusal('consultations_open', { open: facts.openConsultations }) : null,
);

/** A council, once established, ended in a valid session or was dissolved (invariant 2). */
export const councilDone = onFacts((facts) =>
  facts.council === 'open' ? refusal('council_open') : councilPartial(facts),
);

/** The screening holds a confirmed blocking finding, and the notice names such findings only. */
export const confirmedBlockingFinding = onPayload(
  ['notify_refusal'],
  (facts, payload) => {
    const keys = keysOf(blockingOf(facts));
    const unknown = payload.findingKeys.filter((key) => !keys.includes(key));
    const named = payload.findingKeys.length > 0 && unknown.length === 0;
    return named ? null : refusal('finding_does_not_stand', { unknown, standing: keys });
  },
  (facts) => (blockingOf(facts).length > 0 ? null : refusal('no_confirmed_blocking_finding')),
);

type Conclusion = CommandPayloads['conclude'];
const isProhibited = ({ ruleId }: Blocking[number]): boolean => ruleId === 'list.prohibited';
const CONSISTENCY: Record<Conclusion['outcome'], (facts: CaseFacts, payload: Conclusion) => GuardAnswer> = {
  agree: (facts) => standing(blockingOf(facts)),
  agree_with_conditions: (facts, payload) =>
    standing(uncured(facts, payload.conditions)) ??
    (payload.conditions.length > 0 ? null : refusal('conditions_missing')),
  disagree_prohibited: (facts, payload) =>
    blockingOf(facts).some(isProhibited)
      ? citedFault(facts, payload)
      : refusal('outcome_unsupported', { needs: 'list.prohibited' }),
  disagree_outdated: (facts, payload) =>
    hasOutdatedGround(facts)
      ? citedFault(facts, payload)
      : refusal('outcome_unsupported', { needs: 'used_or_outdated' }),
  disagree_other: (facts, payload) =>
    isGrounded(payload) || councilDisagrees(facts)
      ? citedFault(facts, payload)
      : (againstCouncil(facts) ?? refusal('refusal_grounds_missing')),
};

/** What the conclusion proposes can stand beside the findings; a disagreement rests on grounds that a refusal may cite. */
export const outcomeConsistent = onPayload(['conclude'], (facts, payload) =>
  CONSISTENCY[payload.outcome](facts, payload),
);
