import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type Tx, UnitOfWork } from '#database';
import { type DossierRow, lockDossier } from '#dossiers';
import { type Actor, daysBetween, civilDateOf, faultName, systemActor } from '#kernel';
import { type NoteFailure } from '../clocks/alarm-failure.js';
import { conditionColumns, type ConditionRow } from './condition.row.js';
import { type ConditionAlarmKind, isOwed } from './condition-alarms.js';
import { tellOfCondition } from './condition-news.js';

interface DueAlarm {
  id: string;
  conditionId: string;
  dossierId: string;
  authorityId: string;
  kind: ConditionAlarmKind;
  deadlineOn: string;
}
export interface ConditionAlarmRound {
  warned: number;
  overdue: number;
  /** Alarms that a person's act had overtaken. */
  moot: number;
  failed: number;
}
const BATCH = 200;
/** After the nth failure an alarm waits 2^n minutes, six hours at most; it is never given up. */
const LONGEST_WAIT_MINUTES = 360;
const AUDIENCES = ['owner', 'lead_appraiser', 'head'] as const;

/** Fires the timers of conditions: those concerned are warned before a deadline and told when it is over, once each. */
@Injectable()
export class ConditionAlarms {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** One round; one failing condition never stops the others and is told to `failed`. Several workers may run it at once. */
  async tick(authorityId: string, failed: NoteFailure = () => undefined): Promise<ConditionAlarmRound> {
    const actor = systemActor(authorityId);
    const round: ConditionAlarmRound = { warned: 0, overdue: 0, moot: 0, failed: 0 };
    for (const alarm of await this.due(actor)) round[await this.fire(actor, alarm, failed)] += 1;
    return round;
  }

  private due(actor: Actor): Promise<DueAlarm[]> {
    return this.unitOfWork.run(actor, (tx) =>
      tx.query<DueAlarm>(
        `SELECT a.id, a.condition_id AS "conditionId", a.dossier_id AS "dossierId", d.authority_id AS "authorityId", a.kind,
                a.deadline_on AS "deadlineOn"
           FROM condition_alarm a JOIN dossier d ON d.id = a.dossier_id
          WHERE a.fired_at IS NULL AND a.cancelled_at IS NULL AND a.fire_at <= $1
            AND coalesce(a.retry_at, a.fire_at) <= $1 ORDER BY a.fire_at, a.id LIMIT ${BATCH}`,
        [tx.at],
      ),
    );
  }

  private async fire(
    system: Actor,
    alarm: DueAlarm,
    failed: NoteFailure,
  ): Promise<keyof ConditionAlarmRound> {
    const actor = { ...system, authorityId: alarm.authorityId };
    try {
      return await this.unitOfWork.run(actor, (tx) => tell(tx, alarm));
    } catch (error) {
      const { dossierId, conditionId, kind } = alarm;
      failed({ dossierId, conditionId, kind }, error);
      await this.noteFailure(actor, alarm, error);
      return 'failed';
    }
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
          `UPDATE condition_alarm SET attempts = attempts + 1, last_error = $2,
                  retry_at = $3::timestamptz + LEAST(power(2, LEAST(attempts, 20) + 1), $4::int) * interval '1 minute'
            WHERE id = $1`,
          [alarm.id, code, tx.at, LONGEST_WAIT_MINUTES],
        ),
      )
      .catch(() => undefined);
  }
}

/** Claims the alarm under the dossier's lock and tells, unless somebody was faster or the deadline is another one now. */
async function tell(tx: Tx, alarm: DueAlarm): Promise<'warned' | 'overdue' | 'moot'> {
  const row = await lockDossier(tx, alarm.dossierId);
  const claimed = await tx.affect(
    'UPDATE condition_alarm SET fired_at = $2 WHERE id = $1 AND fired_at IS NULL AND cancelled_at IS NULL',
    [alarm.id, tx.at],
  );
  const condition = await tx.one<ConditionRow>(
    `SELECT ${conditionColumns('c')} FROM condition_task c WHERE c.id = $1`,
    [alarm.conditionId],
  );
  if (claimed !== 1 || !row || !condition || !isOwed(condition)) return 'moot';
  const kind = alarm.kind === 'overdue' ? 'overdue' : 'warning';
  // After an outage the alarm that says that the day is over comes alone.
  if (kind === 'warning' && condition.deadlineOn < civilDateOf(tx.at)) return 'moot';
  await tellOfCondition(tx, row, { kind, condition, audiences: AUDIENCES });
  await logAlarm(tx, row, condition, kind);
  return kind === 'overdue' ? 'overdue' : 'warned';
}

const logAlarm = (tx: Tx, row: DossierRow, condition: ConditionRow, kind: 'warning' | 'overdue') =>
  appendAudit(tx, {
    chainId: row.id,
    actorRole: 'system',
    action: kind === 'overdue' ? 'condition.overdue' : 'condition.warned',
    subject: { kind: 'condition', id: condition.id },
    facts: {
      number: condition.number,
      deadlineOn: condition.deadlineOn,
      daysLeft: daysBetween(civilDateOf(tx.at), condition.deadlineOn),
    },
  });
