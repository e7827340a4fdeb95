import { type Share } from '#contracts';

/** Whether `count` of `whole` is at least the share; whole numbers only, so that two thirds of seven are never rounded. */
export const isAtLeast = (count: number, whole: number, { numerator, denominator }: Share): boolean =>
  whole > 0 && count * denominator >= whole * numerator;

/** Whether `count` of `whole` is more than the share. */
export const isMoreThan = (count: number, whole: number, { numerator, denominator }: Share): boolean =>
  whole > 0 && count * denominator > whole * numerator;
