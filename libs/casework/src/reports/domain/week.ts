import { addDays, type CivilDate, weekday } from '#kernel';

/** Monday and Sunday of the week of a day. */
export function weekOf(day: CivilDate): { from: CivilDate; to: CivilDate } {
  const from = addDays(day, 1 - weekday(day));
  return { from, to: addDays(from, 6) };
}
