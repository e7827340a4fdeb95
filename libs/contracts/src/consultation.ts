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

/** Who is consulted: an agency of the State, or an independent body of expertise. */
export const CONSULTATION_KINDS = ['agency', 'independent_body'] as const;
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];
/**
 * `drafted`: the letter waits for signature; `open`: it left the house; `closed_silent`: the head ended it although nobody
 * answered (inference).
 */
export const CONSULTATION_STATES = ['drafted', 'open', 'answered', 'closed_silent', 'withdrawn'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];
/** How long the law gives: `complex` is the longer term for a large or complex project, with a reason. */
export const CONSULTATION_TERMS = ['standard', 'complex'] as const;
export type ConsultationTerm = (typeof CONSULTATION_TERMS)[number];
/** Where the consulted stands towards what was asked. */
export const CONSULTATION_POSITIONS = ['agrees', 'agrees_with_remarks', 'disagrees', 'no_position'] as const;
export type ConsultationPosition = (typeof CONSULTATION_POSITIONS)[number];
/** Why a consultation is taken back: another one of the round takes its place, or it is not needed. */
export const CONSULTATION_WITHDRAWALS = ['replaced', 'not_needed'] as const;
export type ConsultationWithdrawal = (typeof CONSULTATION_WITHDRAWALS)[number];
