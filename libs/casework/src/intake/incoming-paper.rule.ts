import { type CivilDate, civilDate, Refusal } from '#kernel';

/** How a paper reached the agency: number and day of the sender's letter, day of receipt. Civil dates. */
export interface IncomingPaper {
  number: string;
  on: string;
  receivedOn: string;
}

/**
 * The days of a paper must be possible: written before it came, come by today, and not before the first day for which
 * any law is loaded.
 * @throws Refusal `received_on_in_future`, `received_before_written`, `received_on_too_early`
 */
export function requirePossibleDays(
  { on, receivedOn }: IncomingPaper,
  { today, firstDay }: { today: CivilDate; firstDay: CivilDate | null },
): void {
  if (civilDate(receivedOn) > today) throw new Refusal('received_on_in_future', { receivedOn });
  if (civilDate(on) > civilDate(receivedOn)) throw new Refusal('received_before_written', { on, receivedOn });
  if (firstDay !== null && civilDate(receivedOn) < firstDay)
    throw new Refusal('received_on_too_early', { receivedOn, firstDay });
}
