import { type CivilDate, Refusal } from '#kernel';
import { computeDue } from './clock-term.js';
import { type AffectedClock, type ClockTerm } from './deadline.types.js';
import { type WorkingCalendar } from './working-calendar.js';

type Outcome = Pick<AffectedClock, 'refusal'> & { due: CivilDate | null };

function dueOrRefusal(term: ClockTerm, calendar: WorkingCalendar): Outcome {
  try {
    return { due: computeDue(term, calendar) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { due: null, refusal: { code: error.code, details: error.details } };
  }
}

/**
 * The terms whose date changes when calendar `before` becomes `after` (a holiday decreed late), with both dates, in
 * the order of the list. A term that cannot be computed stands in the answer with its refusal instead of stopping
 * the others; stopped terms have no date in either calendar and do not appear.
 */
export function recomputeForCalendar(
  terms: readonly ClockTerm[],
  before: WorkingCalendar,
  after: WorkingCalendar,
): AffectedClock[] {
  return terms.flatMap((term, index) => {
    const [old, now] = [dueOrRefusal(term, before), dueOrRefusal(term, after)];
    const refusal = now.refusal ?? old.refusal;
    if (old.due === now.due && !refusal) return [];
    return [{ index, oldDue: old.due, newDue: now.due, ...(refusal && { refusal }) }];
  });
}
