import { type ConsultationForm } from '#contracts';
import { type CaseFacts } from '../workflow.types.js';
import { type GuardAnswer, onFacts, refusal } from './guard.types.js';

const FOLLOWED: Record<ConsultationForm, (facts: CaseFacts) => GuardAnswer> = {
  in_house: () => null,
  experts: (facts) =>
    facts.expertOpinionsOfRound > 0 ? null : refusal('consultation_experts_missing', { round: facts.round }),
  independent_body: (facts) =>
    facts.consultations.bodyAnswers > 0
      ? null
      : refusal('consultation_body_missing', { open: facts.openConsultations }),
  council: (facts) =>
    facts.council === 'closed' ? null : refusal('consultation_council_missing', { council: facts.council }),
};

/**
 * Whoever the head chose to hear in this round was heard: an expert's recorded opinion, a body's answer, a council that
 * ended in a valid session with minutes. Nothing chosen is in house. Refuses `consultation_experts_missing`,
 * `consultation_body_missing`, `consultation_council_missing`.
 */
export const consultationFormFollowed = onFacts((facts) =>
  facts.consultationForm === null ? null : FOLLOWED[facts.consultationForm](facts),
);

/** A conflict of somebody whose vote made the council's conclusion, found after its minutes: the council is dissolved. */
export const councilPartial = ({ councilVoterIds, conflictedUserIds }: CaseFacts): GuardAnswer => {
  const userId = councilVoterIds.find((id) => conflictedUserIds.includes(id));
  return userId === undefined ? null : refusal('conflict_of_interest', { who: 'council_member', userId });
};

/** Whether the closed council of the round advises against the technology, so that a refusal may rest on it. */
export const councilDisagrees = ({ council, councilOutcome }: CaseFacts): boolean =>
  council === 'closed' && (councilOutcome?.startsWith('disagree') ?? false);

/** Refuses to rest on a council that concluded otherwise: `council_concluded_otherwise` with what it concluded. */
export const againstCouncil = ({ council, councilOutcome }: CaseFacts): GuardAnswer =>
  council === 'closed' && !(councilOutcome?.startsWith('disagree') ?? false)
    ? refusal('council_concluded_otherwise', { councilOutcome })
    : null;

/**
 * At least one agency was heard in the round: it answered, or it was silent past its day and the head closed the
 * consultation on record. Refuses `agencies_not_consulted` (`round`).
 */
export const agenciesConsulted = onFacts(
  ({ consultations, round }) =>
    consultations.agencyAnswers + consultations.closedSilent > 0
      ? null
      : refusal('agencies_not_consulted', { round }),
  ['conclude'],
);
