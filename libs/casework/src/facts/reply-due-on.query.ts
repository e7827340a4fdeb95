import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { clocksOf, isOpen } from '../clocks/clock.row.js';

/** Due date of the earliest statutory reply clock of a dossier that is open; null when none has a date. */
export async function loadReplyDueOn(tx: Tx, dossierId: string): Promise<CivilDate | null> {
  const dates = (await clocksOf(tx, dossierId))
    .filter((clock) => isOpen(clock) && clock.purpose === 'reply')
    .flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]));
  return dates.sort()[0] ?? null;
}
