import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { type ClockRule } from '#law';

export type ClockState = 'running' | 'stopped' | 'expired' | 'fulfilled' | 'closed';
/** Another reading of the same term, shown beside the governing date with its reasons. */
export interface OtherReading {
  dueOn: CivilDate | null;
  reasons: string[];
}
export interface ClockRow {
  id: string;
  dossierId: string;
  ruleId: string;
  packId: string;
  rule: ClockRule;
  purpose: ClockRule['purpose'];
  lawSetDigest: string;
  startOn: CivilDate;
  value: number | null;
  unit: 'working_day' | 'day';
  /** For clocks whose date a command gives (supplement, reply to an intended refusal). */
  givenDueOn: CivilDate | null;
  extensionDays: number;
  dueOn: CivilDate | null;
  otherReading: OtherReading[] | null;
  state: ClockState;
  movement: number;
  expiredAt: Date | null;
  endedOn: CivilDate | null;
}
export interface ClockStopRow {
  id: string;
  clockId: string;
  fromOn: CivilDate;
  toOn: CivilDate | null;
  reason: string;
  basis: string;
  verification: string;
}

const COLUMNS = `c.id, c.dossier_id AS "dossierId", c.rule_id AS "ruleId", c.pack_id AS "packId", c.rule, c.purpose,
  c.law_set_digest AS "lawSetDigest", c.start_on AS "startOn", c.value, c.unit, c.given_due_on AS "givenDueOn",
  c.extension_days AS "extensionDays", c.due_on AS "dueOn", c.other_reading AS "otherReading", c.state, c.movement,
  c.expired_at AS "expiredAt", c.ended_on AS "endedOn"`;

/** Every clock of a dossier, oldest first. */
export const clocksOf = (tx: Tx, dossierId: string): Promise<ClockRow[]> =>
  tx.query<ClockRow>(
    `SELECT ${COLUMNS} FROM clock c WHERE c.dossier_id = $1 ORDER BY c.created_at, c.rule_id, c.id`,
    [dossierId],
  );

/** One clock of a dossier, or null. */
export const clockOf = (tx: Tx, dossierId: string, clockId: string): Promise<ClockRow | null> =>
  tx.one<ClockRow>(`SELECT ${COLUMNS} FROM clock c WHERE c.dossier_id = $1 AND c.id = $2`, [
    dossierId,
    clockId,
  ]);

/** The stops of a clock, oldest first. */
export const stopsOf = (tx: Tx, clockId: string): Promise<ClockStopRow[]> =>
  tx.query<ClockStopRow>(
    `SELECT id, clock_id AS "clockId", from_on AS "fromOn", to_on AS "toOn", reason, basis, verification
       FROM clock_stop WHERE clock_id = $1 ORDER BY from_on, id`,
    [clockId],
  );

const OPEN: readonly ClockState[] = ['running', 'stopped', 'expired'];
/** A clock is open until its letter is issued or the dossier ends; an expired one is still owed. */
export const isOpen = (clock: ClockRow): boolean => OPEN.includes(clock.state);
