import { type Consultation } from './consultation.types.js';

export interface ConsultationCounts {
  /** Of the round, without those that were withdrawn. */
  all: number;
  answered: number;
  /** Open, and the day has passed. */
  silent: number;
}

/** How the consultations of a round stand; null where nobody was asked. */
export function standingOf(items: readonly Consultation[], round: number): ConsultationCounts | null {
  const counted = items.filter((one) => one.round === round && one.state !== 'withdrawn');
  if (counted.length === 0) return null;
  return {
    all: counted.length,
    answered: counted.filter(({ state }) => state === 'answered').length,
    silent: counted.filter(({ state, overdue }) => state === 'open' && overdue).length,
  };
}

/** The question that a consulted organisation has to answer; the earliest due where there are several. */
export const openQuestionOf = (items: readonly Consultation[]): Consultation | null =>
  items
    .filter(({ state }) => state === 'open')
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))[0] ?? null;
