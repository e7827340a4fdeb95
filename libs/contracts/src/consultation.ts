/** Whom the head lets be heard on a dossier (design section 3; TT 03/2016 art. 10): nobody outside, experts, a body, a council. */
export const CONSULTATION_FORMS = ['in_house', 'experts', 'independent_body', 'council'] as const;
export type ConsultationForm = (typeof CONSULTATION_FORMS)[number];
