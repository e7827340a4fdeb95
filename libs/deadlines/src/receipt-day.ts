import { addDays, type CivilDate, civilDateOf, instantAt, Refusal } from '#kernel';

const MS_PER_HOUR = 3_600_000;

function requireCutOff(hour: number): void {
  if (!(hour > 0 && hour < 24)) throw new Refusal('cut_off_hour_impossible', { cutOffHour: hour });
}

/**
 * The day of receipt of what arrives at an instant: its Vietnamese day, or the next one when it arrives after the
 * cut-off hour (Viet Nam time; 16.5 is half past four; exactly on the hour is still in time; `null` = no cut-off).
 *
 * It is the next day, not the next working day: as a start it is never counted, so a term in working days from a
 * Saturday begins on the same Monday as one from a Friday, and what arrives earlier never gets the later date. Rest
 * days need no rule here for the same reason.
 * @throws Refusal `cut_off_hour_impossible`; `impossible_value` for an invalid instant.
 */
export function countsFrom(instant: Date, cutOffHour: number | null): CivilDate {
  if (Number.isNaN(instant.getTime()))
    throw new Refusal('impossible_value', { value: 'instant', rule: 'instant' });
  const day = civilDateOf(instant);
  if (cutOffHour === null) return day;
  requireCutOff(cutOffHour);
  const cutOff = instantAt(day).getTime() + cutOffHour * MS_PER_HOUR;
  return instant.getTime() > cutOff ? addDays(day, 1) : day;
}
