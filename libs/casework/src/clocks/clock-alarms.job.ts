import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { isDecided } from '#contracts';
import { type Tx, UnitOfWork } from '#database';
import { lockDossier } from '#dossiers';
import { type Actor, civilDateOf, faultName, Refusal, systemActor } from '#kernel';
import { notifyPeople, recipients } from '#notifications';
import { HoldingReplies } from '../holding/holding-replies.js';
import { remindByClock } from '../consultations/consulted-people.js';
import { CommandDispatcher } from '../commands/command-dispatcher.js';
import { clockOf, isOpen } from './clock.row.js';
import { expireClock } from './clock-writer.js';
import { type NoteFailure } from './alarm-failure.js';
import { keepSilence } from './silence.store.js';

interface DueAlarm {
  id: string;
  clockId: string;
  dossierId: string;
  authorityId: string;
  kind: 'warning_50' | 'warning_75' | 'warning_90' | 'expiry';
}
export interface AlarmRound {
  warned: number;
  expired: number;
  /** Alarms that a person's act had overtaken. */
  moot: number;
  failed: number;
  /** Holding replies that an act of another kind had overtaken. */
  refreshed: number;
}
const BATCH = 200;
/** After the nth failure an alarm waits 2^n minutes, six hours at most; it is never given up. */
const LONGEST_WAIT_MINUTES = 360;

/** Fires the timers that are due: warnings as notifications, expiries as `deadline_passed` through the command path. */
@Injectable()
export class ClockAlarms {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CommandDispatcher) private readonly dispatcher: CommandDispatcher,
    @Inject(HoldingReplies) private readonly holding: HoldingReplies,
  ) {}

  /** One round; one failing dossier never stops the others and is told to `failed`. Several workers may run it at once. */
  async tick(authorityId: string, failed: NoteFailure = () => undefined): Promise<AlarmRound> {
    const actor = systemActor(authorityId);
    const round: AlarmRound = { warned: 0, expired: 0, moot: 0, failed: 0, refreshed: 0 };
    for (const alarm of await this.due(actor)) round[await this.fire(actor, alarm, failed)] += 1;
    const replies = await this.holding.refresh(authorityId, failed);
    return { ...round, refreshed: replies.refreshed, failed: round.failed + replies.failed };
  }

  private due(actor: Actor): Promise<DueAlarm[]> {
    return this.unitOfWork.run(actor, (tx) =>
      tx.query<DueAlarm>(
        `SELECT a.id, a.clock_id AS "clockId", a.dossier_id AS "dossierId", d.authority_id AS "authorityId", a.kind
           FROM clock_alarm a JOIN dossier d ON d.id = a.dossier_id
          WHERE a.fired_at IS NULL AND a.cancelled_at IS NULL AND a.fire_at <= $1
            AND coalesce(a.retry_at, a.fire_at) <= $1
          ORDER BY a.fire_at, a.id LIMIT ${BATCH}`,
        [tx.at],
      ),
    );
  }

  private async fire(system: Actor, alarm: DueAlarm, failed: NoteFailure): Promise<keyof AlarmRound> {
    const actor = { ...system, authorityId: alarm.authorityId };
    try {
      return alarm.kind === 'expiry' ? await this.expire(actor, alarm) : await this.warn(actor, alarm);
    } catch (error) {
      const { dossierId, clockId, kind } = alarm;
      failed({ dossierId, clockId, kind }, error);
      await this.noteFailure(actor, alarm, error);
      return 'failed';
    }
  }

  private async expire(actor: Actor, alarm: DueAlarm): Promise<'expired' | 'moot'> {
    try {
      await this.dispatcher.dispatch(actor, {
        dossierId: alarm.dossierId,
        command: { name: 'deadline_passed', payload: { clockId: alarm.clockId } },
        idempotencyKey: `alarm:${alarm.id}`,
        expectedRevision: null,
        dryRun: false,
      });
    } catch (error) {
      if (!(error instanceof Refusal) || !MOOT.has(error.code)) throw error;
      return this.mark(actor, alarm, (await this.expireDecided(actor, alarm)) ? 'expired' : 'moot');
    }
    return this.mark(actor, alarm, 'expired');
  }

  /** A dossier that is decided but whose letter has not left: the clock runs out all the same, without a command. */
  private expireDecided(actor: Actor, alarm: DueAlarm): Promise<boolean> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await lockDossier(tx, alarm.dossierId);
      const clock = await clockOf(tx, alarm.dossierId, alarm.clockId);
      const dueOn = clock?.dueOn ?? null;
      if (!row || !isDecided(row.status) || clock?.state !== 'running') return false;
      if (dueOn === null || dueOn >= civilDateOf(tx.at)) return false;
      await expireClock(tx, clock);
      if (clock.purpose === 'reply') await keepSilence(tx, clock, dueOn);
      await tellOfOverdue(tx, row, clock);
      return true;
    });
  }

  private async mark<Outcome extends 'expired' | 'moot'>(
    actor: Actor,
    alarm: DueAlarm,
    outcome: Outcome,
  ): Promise<Outcome> {
    const column = outcome === 'expired' ? 'fired_at' : 'cancelled_at';
    await this.unitOfWork.run(actor, (tx) =>
      tx.query(`UPDATE clock_alarm SET ${column} = $2 WHERE id = $1 AND fired_at IS NULL`, [alarm.id, tx.at]),
    );
    return outcome;
  }

  private warn(actor: Actor, alarm: DueAlarm): Promise<'warned' | 'moot'> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await lockDossier(tx, alarm.dossierId);
      const claimed = await tx.affect(
        'UPDATE clock_alarm SET fired_at = $2 WHERE id = $1 AND fired_at IS NULL AND cancelled_at IS NULL',
        [alarm.id, tx.at],
      );
      const clock = await clockOf(tx, alarm.dossierId, alarm.clockId);
      if (claimed !== 1 || !row || !clock || !isOpen(clock) || clock.state === 'stopped') return 'moot';
      await tellOfWarning(tx, alarm, row, clock);
      await this.holding.follow(tx, row);
      return 'warned';
    });
  }

  /**
   * Puts the next try off; when it was due stays as it was, so that figures see how late it is. What fails here too (no
   * database) is tried again with the next round as it stands.
   */
  private async noteFailure(actor: Actor, alarm: DueAlarm, error: unknown): Promise<void> {
    const code = faultName(error);
    await this.unitOfWork
      .run(actor, (tx) =>
        tx.query(
          `UPDATE clock_alarm SET attempts = attempts + 1, last_error = $2,
                  retry_at = $3::timestamptz + LEAST(power(2, LEAST(attempts, 20) + 1), $4::int) * interval '1 minute'
            WHERE id = $1`,
          [alarm.id, code, tx.at, LONGEST_WAIT_MINUTES],
        ),
      )
      .catch(() => undefined);
  }
}

/** Refusals that say that somebody acted first, or that the date moved. */
const MOOT = new Set(['command_not_permitted_now', 'deadline_not_past', 'not_found']);

type Clock = NonNullable<Awaited<ReturnType<typeof clockOf>>>;
type Dossier = NonNullable<Awaited<ReturnType<typeof lockDossier>>>;
type Audience = Parameters<typeof recipients>[2];

const LED = ['lead_appraiser'] as const;
const ALL = ['lead_appraiser', 'head', 'leader'] as const;

async function tellOfWarning(tx: Tx, alarm: DueAlarm, row: Dossier, clock: Clock): Promise<void> {
  const percent = alarm.kind.slice('warning_'.length);
  const isTheirs = clock.purpose === 'others_duty';
  if (isTheirs) await remindByClock(tx, row, clock.id);
  const led = await peopleOf(tx, row, percent === '50' || isTheirs ? LED : ALL);
  const userIds = led.length > 0 ? led : await peopleOf(tx, row, ['head']);
  const params = { percent, ...paramsOf(row, clock) };
  await notifyPeople(tx, { dossierId: row.id, kind: 'clock.warning', params, userIds });
  await appendAudit(tx, {
    chainId: row.id,
    actorRole: 'system',
    action: 'clock.warned',
    subject: { kind: 'clock', id: clock.id },
    facts: { percent: Number(percent), ruleId: clock.ruleId, dueOn: clock.dueOn },
  });
}

/** A decision that did not leave the house in time: those who number, sign and answer for it are told. */
async function tellOfOverdue(tx: Tx, row: Dossier, clock: Clock): Promise<void> {
  const userIds = await peopleOf(tx, row, ['clerks', 'head', 'leader']);
  await notifyPeople(tx, {
    dossierId: row.id,
    kind: 'clock.overdue',
    params: paramsOf(row, clock),
    userIds,
  });
}

const paramsOf = (row: Dossier, clock: Clock) => ({
  ruleId: clock.ruleId,
  dueOn: clock.dueOn ?? '',
  projectName: row.projectName,
  fileCode: row.fileCode ?? '',
});

async function peopleOf(tx: Tx, row: Dossier, audiences: readonly Audience[]): Promise<string[]> {
  const people = new Set<string>();
  for (const audience of audiences) for (const { id } of await recipients(tx, row, audience)) people.add(id);
  return [...people];
}
