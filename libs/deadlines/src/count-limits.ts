import { Refusal } from '#kernel';

/** The longest term that is believed: ten years. A longer one is a slip of the pen, and would cost time in every list. */
export const LONGEST_TERM_DAYS = 3_660;
/** How far a count walks before it gives up: about 54 years, rest days and closed stops included. */
export const LONGEST_WALK_DAYS = 20_000;

/** @throws Refusal `clock_without_end` when a walk from `origin` has come too far at `day` (both epoch days). */
export function requireWithinReach(origin: number, day: number): void {
  if (Math.abs(day - origin) > LONGEST_WALK_DAYS) {
    throw new Refusal('clock_without_end', { originEpochDay: origin, reachDays: LONGEST_WALK_DAYS });
  }
}

/** @throws Refusal `duration_impossible` unless `value` is a whole number from `least` to the longest term. */
export function requireDayCount(value: number, unit: string, least: number): void {
  if (Number.isInteger(value) && value >= least && value <= LONGEST_TERM_DAYS) return;
  throw new Refusal('duration_impossible', { value, unit, least, most: LONGEST_TERM_DAYS });
}
