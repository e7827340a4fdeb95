import { earliestDue } from '#deadlines';
import { type Verification } from '#contracts';
import { type CivilDate } from '#kernel';
import { type ClockPurpose } from '#law';
import { type ClockRow, isOpen } from '../clocks/clock.row.js';

/** When the answer is expected and by which article; the pack's own notes speak of the house and stay there. */
export interface ExpectedDay {
  /** Null: the term stands still. */
  on: CivilDate | null;
  passed: boolean;
  /** Whether the law sets the term, or the department a target of its own. */
  statutory: boolean;
  startedOn: CivilDate;
  value: number | null;
  unit: 'working_day' | 'day';
  basis: string;
  verification: Verification;
}

/** What the department owes, in the order in which it counts for the owner. */
const OWED: readonly (readonly ClockPurpose[])[] = [
  ['reply'],
  ['own_step'],
  ['internal_target', 'new_round'],
];

/** The clock that says when the department answers: the earliest that counts most, or one that stands still; null: none. */
export function ownClock(clocks: readonly ClockRow[]): ClockRow | null {
  const open = clocks.filter(isOpen);
  for (const purposes of OWED) {
    const meant = open.filter(({ purpose }) => purposes.includes(purpose));
    const [first] = meant;
    if (first !== undefined) return earliestDue(meant) ?? first;
  }
  return null;
}

/** The day of that clock as it is told on `today`. */
export function expectedDay(clock: ClockRow, today: CivilDate): ExpectedDay {
  const { rule, dueOn, startOn, value, unit, purpose } = clock;
  return {
    on: dueOn,
    passed: dueOn !== null && dueOn < today,
    statutory: purpose === 'reply' || purpose === 'own_step',
    startedOn: startOn,
    ...{ value, unit },
    basis: rule.basis,
    verification: rule.verification,
  };
}
