import { explainClock, type Explanation, remainingDays, type WorkingCalendar } from '#deadlines';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { civilDateOf, Refusal } from '#kernel';
import { alternativeOf, reckon } from '../clocks/clock-readings.js';
import { holdingReplyDay } from '../holding/holding-reply.store.js';
import { type ClockRow, clockOf, clocksOf, type ClockStopRow, isOpen, stopsOf } from '../clocks/clock.row.js';

export interface ClockView {
  id: string;
  ruleId: string;
  packId: string;
  name: { vi: string; en: string };
  purpose: string;
  basis: string;
  verification: string;
  start: string;
  startOn: string;
  value: number | null;
  unit: string;
  extensionDays: number;
  state: string;
  dueOn: string | null;
  overdue: boolean;
  /** Days left in the clock's own unit, negative when overdue; null while it stands still or has ended. */
  remaining: number | null;
  /** Days left from the day on which a clock that stands still goes on; null for every other one. */
  remainingOnResume: number | null;
  otherReadings: ClockRow['otherReading'];
  onExpire: string;
  onExpireBasis: string | null;
  /** The day of the holding reply, which neither stops the clock nor is a reply; null: none was issued. */
  holdingReplyIssuedOn: string | null;
  stops: Omit<ClockStopRow, 'id' | 'clockId'>[];
  movements: {
    movement: number;
    from: string | null;
    to: string | null;
    reason: string;
    basis: string | null;
    at: Date;
  }[];
}

/** Every clock of a dossier with its stops and with why its date moved. */
export async function clockViews(tx: Tx, row: DossierRow, calendar: WorkingCalendar): Promise<ClockView[]> {
  const views: ClockView[] = [];
  for (const clock of await clocksOf(tx, row.id)) views.push(await clockView(tx, row, clock, calendar));
  return views;
}

async function clockView(
  tx: Tx,
  row: DossierRow,
  clock: ClockRow,
  calendar: WorkingCalendar,
): Promise<ClockView> {
  const { rule } = clock;
  const today = civilDateOf(tx.at);
  const stops = await stopsOf(tx, clock.id);
  const { term } = reckon(clock, stops, calendar, alternativeOf(clock, row));
  const isStopped = clock.state === 'stopped';
  const left =
    isOpen(clock) && term !== null && today >= clock.startOn ? remainingDays(term, calendar, today) : null;
  return {
    ...{ id: clock.id, ruleId: clock.ruleId, packId: clock.packId, name: rule.name, purpose: clock.purpose },
    ...{ basis: rule.basis, verification: rule.verification, start: rule.start, startOn: clock.startOn },
    ...{
      value: clock.value,
      unit: clock.unit,
      extensionDays: clock.extensionDays,
      state: clock.state,
      dueOn: clock.dueOn,
    },
    overdue: isOpen(clock) && clock.dueOn !== null && clock.dueOn < today,
    remaining: isStopped ? null : left,
    remainingOnResume: isStopped ? left : null,
    otherReadings: clock.otherReading,
    ...{ onExpire: rule.onExpire, onExpireBasis: rule.onExpireBasis },
    holdingReplyIssuedOn: await holdingReplyDay(tx, clock.id),
    stops: stops.map(({ id: _id, clockId: _clock, ...stop }) => stop),
    movements: await movementsOf(tx, clock.id),
  };
}

const movementsOf = (tx: Tx, clockId: string) =>
  tx.query<ClockView['movements'][number]>(
    `SELECT movement, old_due_on AS "from", new_due_on AS "to", reason, basis, at FROM clock_movement
      WHERE clock_id = $1 ORDER BY movement`,
    [clockId],
  );

/**
 * A clock explained day by day, by the reading that governs its date. @throws Refusal `not_found`, or `clock_date_given` for one whose
 * date a command gave.
 */
export async function clockExplanation(
  tx: Tx,
  row: DossierRow,
  clockId: string,
  calendar: WorkingCalendar,
): Promise<
  Explanation & {
    clockId: string;
    ruleId: string;
    basis: string;
    verification: string;
    otherReadings: ClockRow['otherReading'];
  }
> {
  const clock = await clockOf(tx, row.id, clockId);
  if (!clock) throw new Refusal('not_found');
  const { term } = reckon(clock, await stopsOf(tx, clock.id), calendar, alternativeOf(clock, row));
  if (term === null) throw new Refusal('clock_date_given', { dueOn: clock.dueOn });
  const { basis, verification } = clock.rule;
  return {
    clockId,
    ruleId: clock.ruleId,
    basis,
    verification,
    otherReadings: clock.otherReading,
    ...explainClock(term, calendar, civilDateOf(tx.at)),
  };
}
