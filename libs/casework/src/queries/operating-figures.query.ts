import { type Tx } from '#database';
import { queueFigures } from '#jobs';
import { type OperatingFigures } from '#observability';

const COUNTED_UP_TO = 10_000;
const due = (table: string) =>
  `(SELECT fire_at, attempts FROM ${table}
     WHERE fired_at IS NULL AND cancelled_at IS NULL AND fire_at <= $1 ORDER BY fire_at LIMIT ${COUNTED_UP_TO})`;
const since = (instant: string) => `extract(epoch FROM $1::timestamptz - ${instant})::float8`;

const ofLastVerification = (what: string) =>
  `(SELECT ${what} FROM audit_verification WHERE state = 'finished' ORDER BY ended_at DESC LIMIT 1)`;

/** Every part is bounded: by a partial index, by a limit, by being the last of an index, or as what people asked for one by one. */
const FIGURES = `
SELECT a.waiting AS "alarmsWaiting", a.failing AS "alarmsFailing", coalesce(a.oldest, 0) AS "clockLagSeconds",
       (SELECT ${since('at')} FROM checkpoint ORDER BY at DESC LIMIT 1) AS "checkpointAgeSeconds",
       (SELECT ${since('at')} FROM audit_entry WHERE action = 'backup.taken' ORDER BY at DESC LIMIT 1) AS "backupAgeSeconds",
       ${ofLastVerification(since('ended_at'))} AS "verificationAgeSeconds",
       ${ofLastVerification(`(report->>'faultCount')::int`)} AS "verificationFaults",
       s.ever AS silences, s.last_day AS "silencesLastDay",
       l.waiting AS "lettersWaiting", l.oldest AS "oldestLetterSeconds",
       i.waiting AS "importsWaiting", i.oldest AS "oldestImportSeconds"
  FROM (SELECT count(*)::int AS waiting, count(*) FILTER (WHERE attempts > 0)::int AS failing,
               ${since('min(fire_at)')} AS oldest
          FROM (${due('clock_alarm')} UNION ALL ${due('condition_alarm')}) alarm) a,
       (SELECT count(*)::int AS ever, count(*) FILTER (WHERE recorded_at > $1::timestamptz - interval '1 day')::int AS last_day
          FROM silence_record) s,
       (SELECT count(*)::int AS waiting, ${since('min(created_at)')} AS oldest FROM letter WHERE status = 'draft') l,
       (SELECT count(*)::int AS waiting, ${since('min(queued_at)')} AS oldest
          FROM project_import WHERE state IN ('queued', 'running')) i`;

type OfCasework = Omit<OperatingFigures, 'queues' | 'workerSilentSeconds'>;

/** How the installation stands at the instant of `tx`, for figures, health and alerts: counts and ages, nothing of anybody. */
export async function operatingFigures(tx: Tx): Promise<OperatingFigures> {
  const figures = await tx.one<OfCasework>(FIGURES, [tx.at]);
  if (figures === null) throw new Error('an aggregate has always one row');
  return { ...figures, ...(await queueFigures(tx)) };
}
