import { caseAttributes } from '#dossiers';
import { civilDate, Refusal } from '#kernel';
import { clocksFor, type ClockPurpose } from '#law';
import { clockOf } from '../clocks/clock.row.js';
import { keepSilence } from '../clocks/silence.store.js';
import {
  endClocks,
  expireClock,
  extendClock,
  readAgain,
  resumeClocks,
  startClock,
  stopClocks,
  undoDiscontinuance,
} from '../clocks/clock-writer.js';
import { amend, type EffectContext, type EffectHandler, payloadOf } from '../commands/command.types.js';
import { remindByClock } from '../consultations/consulted-people.js';
import { endConsultations } from '../consultations/ended-consultations.js';
import { closeRequests, kindOfPurpose } from './party-requests.js';

const clockContext = ({ row, lawSet, calendar, today }: EffectContext) => ({
  dossier: row,
  lawSet,
  calendar,
  today,
});
/** What counts days of its own: the department's duty towards others, its steps by law, and its own target. */
export const COUNTED: readonly ClockPurpose[] = ['reply', 'own_step', 'internal_target'];

/** Starts every clock of the law that begins with this event: receipt of the request, or the valid dossier. */
export const startClocks: EffectHandler = async (context, arg) => {
  const startOn = arg === 'receipt' ? context.row.receivedOn : context.row.acceptedOn;
  if (startOn === null) throw new Error(`a clock that starts at ${arg} needs its day`);
  const rules = clocksFor(context.lawSet, caseAttributes(context.row));
  for (const rule of rules)
    if (rule.start === arg && rule.value !== null && COUNTED.includes(rule.purpose))
      await startClock(context.tx, clockContext(context), rule, startOn);
  if (arg === 'valid_dossier')
    await readAgain(context.tx, clockContext(context), {
      code: 'valid_dossier_known',
      basis: context.lawSet.procedure.packId,
    });
};

/**
 * Starts the clock of a round after a complaint: by the day that the decision on the complaint names, else by the days
 * that the pack gives. A dossier under law that was pinned before such a clock was loaded goes without, and says so.
 */
async function startRoundClock(context: EffectContext): Promise<void> {
  const { replyBy } = payloadOf(context, 'reopen');
  const rule = clocksFor(context.lawSet, caseAttributes(context.row)).find(
    ({ purpose }) => purpose === 'new_round',
  );
  if (rule === undefined) return void context.notices.push({ code: 'round_without_clock', params: {} });
  const given = replyBy === undefined ? null : civilDate(replyBy);
  const own = given === null ? rule : { ...rule, value: null };
  await startClock(context.tx, clockContext(context), own, context.today, given);
}

/** Starts the clock whose last day the command gives: the owner's, or that of a round after a complaint. */
export const startOwnersClock: EffectHandler = async (context, arg) => {
  if (arg === 'new_round') return startRoundClock(context);
  const { replyBy } = payloadOf(context, 'request_supplement', 'request_clarification', 'notify_refusal');
  const rule = clocksFor(context.lawSet, caseAttributes(context.row)).find(({ purpose }) => purpose === arg);
  if (!rule) throw new Refusal('clock_rule_missing', { purpose: arg ?? '' });
  await startClock(
    context.tx,
    clockContext(context),
    { ...rule, value: null },
    context.today,
    civilDate(replyBy),
  );
};

export const endOwnersClock: EffectHandler = async (context, arg) => {
  const isTooLate = context.command.name === 'deadline_passed';
  const how = isTooLate ? 'closed' : 'fulfilled';
  const ended = await endClocks(context.tx, clockContext(context), how, ({ purpose }) => purpose === arg);
  for (const { purpose } of isTooLate ? ended : [])
    await closeRequests(context.tx, context.row.id, kindOfPurpose(purpose));
};
export const stopReplyClocks: EffectHandler = async (context) =>
  stopClocks(context.tx, clockContext(context), context.decided.to);
export const resumeReplyClocks: EffectHandler = async (context) => {
  const { tx, decided, command } = context;
  const answeredOn = command.name === 'resubmit' ? command.payload.timelyProof?.answeredOn : undefined;
  if (decided.from === 'discontinued' && answeredOn !== undefined)
    return undoDiscontinuance(tx, clockContext(context), civilDate(answeredOn));
  return resumeClocks(tx, clockContext(context));
};
export const closeClocks: EffectHandler = async (context) => {
  await endClocks(context.tx, clockContext(context), 'closed');
  await closeRequests(context.tx, context.row.id);
  await endConsultations(context.tx, context.row);
};

export const recordExtension: EffectHandler = async (context) => {
  const { clockId, days, reason } = payloadOf(context, 'extend_deadline');
  const clock = await clockOf(context.tx, context.row.id, clockId);
  if (!clock) throw new Refusal('not_found');
  await extendClock(context.tx, clockContext(context), clock, days);
  if (clock.purpose !== 'others_duty') amend(context, { extensionUsed: true });
  Object.assign(context.logged, { clockId, days, reasonGiven: reason.length > 0 });
};

/** Marks the clock that ran out; the transition and its log row are the dispatcher's. */
export const recordDeadline: EffectHandler = async (context) => {
  const { clockId } = payloadOf(context, 'deadline_passed');
  const clock = await clockOf(context.tx, context.row.id, clockId);
  if (!clock) throw new Refusal('not_found');
  await expireClock(context.tx, clock);
  if (clock.purpose === 'others_duty') await remindByClock(context.tx, context.row, clock.id);
  Object.assign(context.logged, {
    clockId,
    ruleId: clock.ruleId,
    purpose: clock.purpose,
    dueOn: clock.dueOn,
  });
};

/** Records that a reply clock ran out and what the law makes of the silence; it never decides. */
export const recordSilence: EffectHandler = async (context) => {
  await recordDeadline(context, null);
  const { clockId } = payloadOf(context, 'deadline_passed');
  const clock = await clockOf(context.tx, context.row.id, clockId);
  if (clock === null || clock.dueOn === null) return;
  await keepSilence(context.tx, clock, clock.dueOn);
  const { onExpire: effect, onExpireBasis, basis } = clock.rule;
  context.notices.push({
    code: 'silence_recorded',
    params: { effect, basis: onExpireBasis ?? basis, dueOn: clock.dueOn },
  });
};
