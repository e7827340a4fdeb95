import { type ConsultationKind, type ConsultationState, type ConsultationTerm } from '#contracts';
import { type CivilDate } from '#kernel';

/** Organisations that can be asked in each capacity, by their kind. */
const CONSULTABLE: Record<ConsultationKind, readonly string[]> = {
  agency: ['agency', 'registration_agency'],
  independent_body: ['other'],
};

/** Whether an organisation of a kind can be asked as an agency, or as an independent body. */
export const isConsultable = (as: ConsultationKind, organisationKind: string): boolean =>
  CONSULTABLE[as].includes(organisationKind);

/** What bounds the day by which an answer is asked; days in Viet Nam. */
export interface AskedDay {
  replyBy: CivilDate | null;
  today: CivilDate;
  /** Whether a clock of the law runs for the consulted: then nobody gives a day. */
  isRuled: boolean;
  /** Due date of the dossier's reply; null when none runs. */
  replyDueOn: CivilDate | null;
}

/** Why the day by which an answer is asked does not fit; null when it does. */
export function askedDayFault({ replyBy, today, isRuled, replyDueOn }: AskedDay): string | null {
  if (isRuled) return replyBy === null ? null : 'set_by_law';
  if (replyBy === null) return 'missing';
  if (replyBy <= today) return 'not_in_future';
  return replyDueOn !== null && replyBy >= replyDueOn ? 'not_before_reply' : null;
}

/** Why the term that is asked is not available; null when it is. Days that the law adds: null where it adds none. */
export function termFault(
  term: ConsultationTerm,
  reason: string | null,
  addedDays: number | null,
): string | null {
  if (term === 'standard') return reason === null ? null : 'reason_without_term';
  if (addedDays === null) return 'none_by_law';
  return reason === null ? 'reason' : null;
}

/** Whether the day of an answer is possible: from the day of the request, and not after today. */
export const isAnswerDay = (
  answeredOn: CivilDate,
  { sentOn, today }: { sentOn: CivilDate; today: CivilDate },
): boolean => sentOn <= answeredOn && answeredOn <= today;

/** Whether a silent consultation may be closed: its day has passed. A day that nobody knows never passes. */
export const isOverdue = (dueOn: CivilDate | null, today: CivilDate): boolean =>
  dueOn !== null && dueOn < today;

/** What the start of the reply's term asks of each consultation of a round. */
export interface EndedConsultation {
  state: ConsultationState;
  answeredOn: CivilDate | null;
  closedOn: CivilDate | null;
}
/** The day from which the reply counts, and whether a closing by the head gave it. */
export interface LastReply {
  on: CivilDate;
  byClosing: boolean;
}

/**
 * The day of the last reply of a round: the latest of the answers and of the head's closings, an answer before a closing of
 * the same day; null while somebody is still asked, or when nobody answered and nothing was closed.
 */
export function lastReplyOf(consultations: readonly EndedConsultation[]): LastReply | null {
  if (consultations.some(({ state }) => state === 'drafted' || state === 'open')) return null;
  const ends = consultations.flatMap(({ state, answeredOn, closedOn }): LastReply[] => {
    if (state === 'answered' && answeredOn) return [{ on: answeredOn, byClosing: false }];
    return state === 'closed_silent' && closedOn ? [{ on: closedOn, byClosing: true }] : [];
  });
  return ends.reduce<LastReply | null>((last, end) => {
    if (last === null || end.on > last.on) return end;
    return end.on === last.on && !end.byClosing ? end : last;
  }, null);
}
