/** Whom the head lets be heard on a dossier (design section 3; TT 03/2016 art. 10): nobody outside, experts, a body, a council. */
export const CONSULTATION_FORMS = ['in_house', 'experts', 'independent_body', 'council'] as const;
export type ConsultationForm = (typeof CONSULTATION_FORMS)[number];
/** A form of consultation with why it was chosen. */
export interface ConsultationChoiceDraft {
  form: ConsultationForm;
  reason: string;
}

export const COUNCIL_SEATS = ['chair', 'vice_chair', 'reviewer', 'member', 'secretary'] as const;
export type CouncilSeat = (typeof COUNCIL_SEATS)[number];
export const COUNCIL_STATUSES = ['established', 'in_session', 'concluded', 'dissolved'] as const;
export type CouncilStatus = (typeof COUNCIL_STATUSES)[number];
/** Whether a council sits together or votes on paper. */
export const COUNCIL_MODES = ['meeting', 'written'] as const;
export type CouncilMode = (typeof COUNCIL_MODES)[number];
export const COUNCIL_PRESENCES = ['present', 'proxy', 'absent'] as const;
export type CouncilPresence = (typeof COUNCIL_PRESENCES)[number];
/** A conclusion says what the council advises; everything else that it votes on is procedural. */
export const COUNCIL_MOTIONS = ['procedural', 'conclusion'] as const;
export type CouncilMotionKind = (typeof COUNCIL_MOTIONS)[number];
export const COUNCIL_VOTES = ['for', 'against', 'abstain'] as const;
export type CouncilVote = (typeof COUNCIL_VOTES)[number];

/** A share of a whole as whole numbers, so that nobody counts with rounded ones: 2 of 3. */
export interface Share {
  numerator: number;
  denominator: number;
}
