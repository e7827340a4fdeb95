import { caseAttributes, factsOf, type LawRegistry } from '#dossiers';
import { laterOf } from '#kernel';
import { clocksFor, type LawSet } from '#law';
import { triggerOf } from '#screening';
import { type ClockRow, clocksOf, isOpen } from '../clocks/clock.row.js';
import { endClocks, startClock } from '../clocks/clock-writer.js';
import { amend, type EffectContext, type EffectHandler } from '../commands/command.types.js';
import { COUNTED } from './clock.effects.js';

/** Chooses the provisional set for the day of submission. */
export const chooseLaw =
  (law: LawRegistry): EffectHandler =>
  async (context) => {
    await adopt(law, context, context.row.receivedOn ?? context.today, false);
  };

/** Chooses law and clocks again for the day on which the valid dossier was received, pins them, shows what changed. */
export const pinLaw =
  (law: LawRegistry): EffectHandler =>
  async (context) => {
    const before = context.lawSet;
    await adopt(law, context, await validDay(context), true);
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

/** Ends receipt clocks whose rule law or case no longer know, starts those that only they know, and says so. */
async function restartReceiptClocks(context: EffectContext): Promise<void> {
  const { tx, row, today, lawSet, calendar } = context;
  if (row.receivedOn === null) return;
  const rules = receiptRules(context);
  const clockContext = { dossier: row, lawSet, calendar, today };
  const ended = await endClocks(
    tx,
    clockContext,
    'closed',
    (clock) => clock.rule.start === 'receipt' && !rules.some((rule) => isOf(clock, rule)),
  );
  const running = (await clocksOf(tx, row.id)).filter(isOpen);
  const started = rules.filter((rule) => !running.some((clock) => isOf(clock, rule)));
  for (const rule of started) await startClock(tx, clockContext, rule, row.receivedOn);
  tellOfClocks(
    context,
    ended.map(({ ruleId }) => ruleId),
    started.map(({ id }) => id),
  );
}

const receiptRules = ({ lawSet, row }: EffectContext) =>
  clocksFor(lawSet, caseAttributes(row)).filter(
    ({ start, value, purpose }) => start === 'receipt' && value !== null && COUNTED.includes(purpose),
  );
const isOf = (clock: ClockRow, { id, packId }: LawSet['clocks'][number]) =>
  clock.ruleId === id && clock.packId === packId;

function tellOfClocks({ notices, logged }: EffectContext, ended: string[], started: string[]): void {
  if (ended.length + started.length === 0) return;
  const [from, to] = [ended, started].map((rules) => rules.join(', ') || '–') as [string, string];
  Object.assign(logged, { clocksEnded: ended.length, clocksStarted: started.length });
  notices.push({ code: 'clocks_changed_at_acceptance', params: { from, to } });
}
