import { caseAttributes, factsOf, type LawRegistry } from '#dossiers';
import { laterOf } from '#kernel';
import { clocksFor, type LawSet } from '#law';
import { triggerOf } from '#screening';
import { type ClockRow, clocksOf, isOpen } from '../clocks/clock.row.js';
import { endClocks, startClock } from '../clocks/clock-writer.js';
import { amend, type EffectContext, type EffectHandler } from '../commands/command.types.js';

/** Chooses the provisional set for the day of submission. */
export const chooseLaw =
  (law: LawRegistry): EffectHandler =>
  async (context) => {
    await adopt(law, context, context.row.receivedOn ?? context.today, false);
  };

/** Chooses the set again for the day on which the valid dossier was received, pins it, and shows what changed. */
export const pinLaw =
  (law: LawRegistry): EffectHandler =>
  async (context) => {
    const before = context.lawSet;
    await adopt(law, context, await validDay(context), true);
    if (before.digest === context.lawSet.digest) return;
    if (packsOf(before) !== packsOf(context.lawSet))
      context.notices.push({
        code: 'law_changed_at_acceptance',
        params: { from: packsOf(before), to: packsOf(context.lawSet) },
      });
    await restartReceiptClocks(context);
  };

const packsOf = (set: LawSet) => set.packs.map(({ packId }) => packId).join(', ');

async function adopt(
  law: LawRegistry,
  context: EffectContext,
  day: EffectContext['today'],
  pinned: boolean,
): Promise<void> {
  const set = law.compose(context.row.procedureId, day);
  await law.store(context.tx, set);
  context.lawSet = set;
  context.calendar = law.calendarOf(set);
  context.logged['lawSet'] = set.digest;
  amend(context, {
    lawSetDigest: set.digest,
    lawPinned: pinned,
    trigger: await triggerBeforeScreening(context),
  });
}

/** Until a person confirms a restricted technology, the facts alone say why the technology is looked at. */
async function triggerBeforeScreening({ tx, row, lawSet }: EffectContext): Promise<string> {
  return triggerOf(await factsOf(tx, row.id, row.factsVersion), [], row.procedureId, lawSet);
}

/** The day on which the version that is accepted reached the agency: receipt, or the answer to the supplement request. */
async function validDay({ tx, row, today }: EffectContext): Promise<EffectContext['today']> {
  const answer = await tx.one<{ on: EffectContext['today'] }>(
    `SELECT max((answered_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS on FROM party_request
      WHERE dossier_id = $1 AND kind = 'supplement' AND answered_at IS NOT NULL`,
    [row.id],
  );
  const received = row.receivedOn ?? today;
  return answer?.on ? laterOf(received, answer.on) : received;
}

/** Ends receipt clocks of rules that the final set does not know and starts those that only it knows. */
async function restartReceiptClocks(context: EffectContext): Promise<void> {
  const { tx, row, today, lawSet, calendar } = context;
  if (row.receivedOn === null) return;
  const rules = clocksFor(lawSet, caseAttributes(row)).filter(
    ({ start, value }) => start === 'receipt' && value !== null,
  );
  const isKept = (clock: ClockRow) =>
    rules.some(({ id, packId }) => id === clock.ruleId && packId === clock.packId);
  const running = (await clocksOf(tx, row.id)).filter(
    (clock) => isOpen(clock) && clock.rule.start === 'receipt',
  );
  const clockContext = { dossier: row, lawSet, calendar, today };
  await endClocks(tx, clockContext, 'closed', (clock) => clock.rule.start === 'receipt' && !isKept(clock));
  for (const rule of rules)
    if (!running.some((clock) => isKept(clock) && clock.ruleId === rule.id))
      await startClock(tx, clockContext, rule, row.receivedOn);
}
