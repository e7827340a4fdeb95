import { type CivilDate } from '#kernel';

/** What bounds the day on a letter; all days in Viet Nam. */
export interface IssueDays {
  /** Day on which the draft was made: nobody signs a paper before it exists. */
  draftedOn: CivilDate;
  /** Day on the letter that was numbered last in the same register and year; null when it is the first. */
  lastIssuedOn: CivilDate | null;
  today: CivilDate;
}
export interface PossibleDays {
  earliest: CivilDate;
  latest: CivilDate;
}

/** The days, both included, that a letter can carry: numbers of a register follow its dates (NĐ 30/2020). */
export function possibleDays({ draftedOn, lastIssuedOn, today }: IssueDays): PossibleDays {
  const earliest = lastIssuedOn !== null && lastIssuedOn > draftedOn ? lastIssuedOn : draftedOn;
  return { earliest, latest: today };
}

/** Whether a day lies within the days that are possible. */
export const isPossible = (day: CivilDate, { earliest, latest }: PossibleDays): boolean =>
  earliest <= day && day <= latest;

const plain = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('vi');

/** Whether two names are the same person's name, whatever the case, the spaces and the way accents are composed. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);
