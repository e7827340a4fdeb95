import { appendAudit } from '#audit';
import { earliestDue, type WorkingCalendar } from '#deadlines';
import { actingRoleOf, type DossierRow } from '#dossiers';
import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { type ClockPurpose, type ClockRule, type FromPack, type LawSet } from '#law';
import { planAlarms, replaceAlarms } from './clock-alarms.js';
import { alternativeOf, reckon } from './clock-readings.js';
import { type ClockRow, clocksOf, type ClockState, isOpen, stopsOf } from './clock.row.js';
import { rebuildStops } from './rebuilt-stops.js';

/** What the clock writer needs to know of the dossier beside the clock. */
export interface ClockContext {
  dossier: DossierRow;
  lawSet: LawSet;
  calendar: WorkingCalendar;
  today: CivilDate;
}
/** Why a date is what it is: a code of the catalogue and the article. */
export interface MovementReason {
  code: string;
  basis: string;
}

/**
 * Starts a clock of a rule on a day, with what stood still since then; `givenDueOn` for rules whose date a command
 * gives.
 */
export async function startClock(
  tx: Tx,
  context: ClockContext,
  rule: FromPack<ClockRule>,
  startOn: CivilDate,
  givenDueOn: CivilDate | null = null,
  reason: MovementReason = { code: 'clock_started', basis: rule.basis },
): Promise<ClockRow> {
  const inserted = await tx.one<{ id: string }>(
    `INSERT INTO clock (dossier_id, rule_id, pack_id, rule, purpose, law_set_digest, start_on, value, unit, given_due_on,
                        state, movement, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'running', 0, $11) RETURNING id`,
    [
      context.dossier.id,
      rule.id,
      rule.packId,
      rule,
      rule.purpose,
      context.lawSet.digest,
      startOn,
      rule.value,
      rule.unit,
      givenDueOn,
      tx.at,
    ],
  );
  const clock = (await clocksOf(tx, context.dossier.id)).find(({ id }) => id === inserted?.id);
  if (!clock) throw new Error('a clock that was started cannot be read');
  await rebuildStops(tx, clock);
  await settle(tx, context, clock, 'running', reason);
  return clock;
}

/** Stops every running clock that is meant and whose rule says that this status stops it; from today, which still counts. */
export async function stopClocks(
  tx: Tx,
  context: ClockContext,
  status: string,
  meant: (clock: ClockRow) => boolean = () => true,
): Promise<void> {
  for (const clock of (await openClocks(tx, context.dossier.id)).filter(meant)) {
    const permission = clock.rule.stopsOn.find((stop) => stop.status === status);
    if (!permission || clock.state === 'stopped') continue;
    await tx.query(
      'INSERT INTO clock_stop (clock_id, from_on, reason, basis, verification) VALUES ($1, $2, $3, $4, $5)',
      [clock.id, laterThanStart(context.today, clock), status, permission.basis, permission.verification],
    );
    await settle(tx, context, clock, 'stopped', { code: `stopped_by_${status}`, basis: permission.basis });
  }
}

/** Ends the open stop of every stopped clock; today, on which the answer came, does not count. */
export async function resumeClocks(tx: Tx, context: ClockContext): Promise<void> {
  for (const clock of await openClocks(tx, context.dossier.id)) {
    const ended = await tx.one<{ basis: string }>(
      'UPDATE clock_stop SET to_on = GREATEST($2::date, from_on) WHERE clock_id = $1 AND to_on IS NULL RETURNING basis',
      [clock.id, context.today],
    );
    if (ended)
      await settle(tx, context, clock, clock.expiredAt ? 'expired' : 'running', {
        code: 'resumed',
        basis: ended.basis,
      });
  }
}

/** Takes up the reply clocks of a dossier that was discontinued although the answer had come in time, on `answeredOn`. */
export async function undoDiscontinuance(
  tx: Tx,
  context: ClockContext,
  answeredOn: CivilDate,
): Promise<void> {
  for (const clock of await clocksOf(tx, context.dossier.id)) {
    if (clock.state !== 'closed' || !OURS.includes(clock.purpose)) continue;
    await tx.query(
      `UPDATE clock_stop SET to_on = GREATEST($2::date, from_on) WHERE id =
         (SELECT id FROM clock_stop WHERE clock_id = $1 ORDER BY from_on DESC LIMIT 1)`,
      [clock.id, answeredOn],
    );
    await tx.query('UPDATE clock SET ended_on = NULL WHERE id = $1', [clock.id]);
    await settle(tx, context, clock, 'running', { code: 'discontinuance_undone', basis: clock.rule.basis });
  }
}

/** Extends a clock by days in its own unit. */
export async function extendClock(
  tx: Tx,
  context: ClockContext,
  clock: ClockRow,
  days: number,
): Promise<void> {
  await tx.query('UPDATE clock SET extension_days = extension_days + $2 WHERE id = $1', [clock.id, days]);
  const basis = clock.rule.extension?.basis ?? clock.rule.basis;
  await settle(tx, context, { ...clock, extensionDays: clock.extensionDays + days }, clock.state, {
    code: 'extended',
    basis,
  });
}

/** Recomputes the second reading of clocks that another start could govern, once that start is known. */
export async function readAgain(tx: Tx, context: ClockContext, reason: MovementReason): Promise<void> {
  for (const clock of await openClocks(tx, context.dossier.id))
    await settle(tx, context, clock, clock.state, reason);
}

/** Ends the open clocks that are meant: fulfilled when what was owed is done, closed when nothing is owed any more. */
export async function endClocks(
  tx: Tx,
  context: ClockContext,
  how: 'fulfilled' | 'closed',
  meant: (clock: ClockRow) => boolean = () => true,
): Promise<ClockRow[]> {
  const ending = (await openClocks(tx, context.dossier.id)).filter(meant);
  for (const clock of ending) {
    await tx.query('UPDATE clock SET state = $2, ended_on = $3 WHERE id = $1', [
      clock.id,
      how,
      context.today,
    ]);
    await tx.query(
      'UPDATE clock_stop SET to_on = GREATEST($2::date, from_on) WHERE clock_id = $1 AND to_on IS NULL',
      [clock.id, context.today],
    );
    await replaceAlarms(tx, clock, [], tx.at);
  }
  return ending;
}

/** Marks a clock as run out; it stays open until the letter is issued. */
export async function expireClock(tx: Tx, clock: ClockRow): Promise<void> {
  await tx.query(`UPDATE clock SET state = 'expired', expired_at = $2 WHERE id = $1`, [clock.id, tx.at]);
  await replaceAlarms(tx, clock, [], tx.at);
}

const OURS: readonly ClockPurpose[] = ['reply', 'internal_target'];
/**
 * Which clocks a list shows: the reply that the law asks of the department, else its next step by law, else its own
 * target, else what the owner owes; what others owe never.
 */
const SHOWN: readonly (readonly ClockPurpose[])[] = [
  ['reply'],
  ['own_step'],
  ['internal_target', 'new_round'],
  ['supplement', 'clarification', 'refusal_reply'],
];

/** The earliest due date of the open clocks that count most for the dossier; null when none has a date. */
export const dueOnOf = async (tx: Tx, dossierId: string): Promise<CivilDate | null> =>
  dueOnAmong(await clocksOf(tx, dossierId));

/** The same among clocks that were read already. */
export function dueOnAmong(clocks: readonly ClockRow[]): CivilDate | null {
  const open = clocks.filter(isOpen);
  for (const purposes of SHOWN) {
    const earliest = earliestDue(open.filter(({ purpose }) => purposes.includes(purpose)));
    if (earliest) return earliest.dueOn;
  }
  return null;
}

const openClocks = async (tx: Tx, dossierId: string) => (await clocksOf(tx, dossierId)).filter(isOpen);
const laterThanStart = (day: CivilDate, clock: ClockRow) => (day < clock.startOn ? clock.startOn : day);

/** Computes date and other readings, logs the movement when the date moves, and re-plans the alarms. */
async function settle(
  tx: Tx,
  context: ClockContext,
  clock: ClockRow,
  state: ClockState,
  reason: MovementReason,
): Promise<void> {
  const stops = await stopsOf(tx, clock.id);
  const reckoned = reckon(clock, stops, context.calendar, alternativeOf(clock, context.dossier));
  const first = clock.movement === 0;
  const moved = first || reckoned.dueOn !== clock.dueOn;
  const movement = moved ? clock.movement + 1 : clock.movement;
  if (moved) await logMovement(tx, clock, movement, reckoned.dueOn, reason);
  const standing = state === 'stopped' && reckoned.dueOn !== null ? 'running' : state;
  await tx.query(
    'UPDATE clock SET due_on = $2, other_reading = $3, state = $4, movement = $5 WHERE id = $1',
    [clock.id, reckoned.dueOn, JSON.stringify(reckoned.others), standing, movement],
  );
  const alarms = standing === 'running' ? planAlarms(reckoned, context.calendar, context.today) : [];
  await replaceAlarms(tx, clock, alarms, tx.at);
}

async function logMovement(
  tx: Tx,
  clock: ClockRow,
  movement: number,
  dueOn: CivilDate | null,
  reason: MovementReason,
): Promise<void> {
  await tx.query(
    `INSERT INTO clock_movement (clock_id, movement, old_due_on, new_due_on, reason, basis, actor_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [clock.id, movement, clock.dueOn, dueOn, reason.code, reason.basis, tx.actor.id, tx.at],
  );
  await appendAudit(tx, {
    actorRole: actingRoleOf(tx.actor),
    chainId: clock.dossierId,
    action: 'clock.moved',
    subject: { kind: 'clock', id: clock.id },
    facts: { ruleId: clock.ruleId, movement, from: clock.dueOn, to: dueOn, reason: reason.code },
    payload: { basis: reason.basis },
  });
}
