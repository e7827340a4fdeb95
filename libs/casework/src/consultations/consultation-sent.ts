import { changeConsultation, consultationBy } from '#appraisal';
import { type Tx } from '#database';
import { type Letter } from '#letters';
import { clockOf } from '../clocks/clock.row.js';
import { type ClockContext, endClocks, extendClock, startClock } from '../clocks/clock-writer.js';
import { logConsultation } from './consultation-acts.js';
import { consultedTerm, daysAdded } from './consultation-law.js';
import { tellConsulted } from './consulted-people.js';

/**
 * The letter that asks has left the house: the consultation is open, the term of the law begins with the day on the
 * letter, our own step of asking is done, and the people of the organisation are told.
 */
export async function consultationSent(tx: Tx, context: ClockContext, letter: Letter): Promise<void> {
  const drafted = await consultationBy(tx, 'letter', letter.id);
  if (drafted?.state !== 'drafted' || letter.issuedOn === null) return;
  const clockId = await startTerm(tx, context, letter.issuedOn, drafted.term === 'complex');
  const open = await changeConsultation(tx, drafted, { state: 'open', sentOn: letter.issuedOn, clockId });
  await endClocks(tx, context, 'fulfilled', ({ purpose }) => purpose === 'own_step');
  await tellConsulted(tx, context.dossier, open, 'opened');
  await logConsultation(tx, open, 'consultation.sent', {
    facts: { letter: letter.id, sentOn: open.sentOn, dueOn: open.dueOn, clock: clockId },
    role: 'clerk',
  });
}

async function startTerm(
  tx: Tx,
  context: ClockContext,
  sentOn: NonNullable<Letter['issuedOn']>,
  isComplex: boolean,
): Promise<string | null> {
  const rule = consultedTerm(context.lawSet, context.dossier);
  if (!rule) return null;
  const { id } = await startClock(tx, context, rule, sentOn);
  const clock = isComplex ? await clockOf(tx, context.dossier.id, id) : null;
  if (clock) await extendClock(tx, context, clock, daysAdded(rule) ?? 0);
  return id;
}
