import { addDays, type CivilDate, weekday } from '#kernel';

const RELATIVE = /^today(?:([+-])(\d+)(wd|d))?$/;
const isWeekend = (day: CivilDate): boolean => weekday(day) > 5;

/** Weekdays only: a holiday more or less does not change what a demonstration shows. */
function plusWeekdays(from: CivilDate, count: number): CivilDate {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}

function dayOf(text: string, today: CivilDate): string {
  const match = RELATIVE.exec(text);
  if (!match) return text;
  const count = Number(`${match[1] ?? '+'}${match[2] ?? '0'}`);
  return match[3] === 'wd' ? plusWeekdays(today, count) : addDays(today, count);
}

/** Any JSON with `today`, `today-5wd` (weekdays) and `today+20d` (days) replaced by civil dates. */
export function withDays(value: unknown, today: CivilDate): unknown {
  if (typeof value === 'string') return dayOf(value, today);
  if (Array.isArray(value)) return value.map((item) => withDays(item, today));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withDays(item, today)]));
}
