import { DECISION_LETTERS, type DecidedOutcome, type Outcome, type ProcedureId } from '#contracts';
import { type WorkingCalendar } from '#deadlines';
import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { decidedOutcome } from './decided-outcome.rule.js';
import { activeWorkingDays, type Measured, type StoodStill } from './working-days.rule.js';

/** First and last day, both inclusive. */
export interface Period {
  from: CivilDate;
  to: CivilDate;
}
/** Letters of decision that share everything that is counted. */
interface DecidedGroup {
  procedureId: ProcedureId;
  kind: 'approved' | 'approved_with_conditions' | 'refused';
  concluded: Outcome | null;
  round: number;
  receivedOn: CivilDate | null;
  issuedOn: CivilDate;
  /** Whose term the letter ended: that of the law, the department's own target, or none that is known. */
  term: 'reply' | 'internal_target' | null;
  late: boolean | null;
  stops: StoodStill[];
  letters: number;
}
export interface InTime {
  inTime: number;
  late: number;
}
/** Counts as they are, before small numbers are left out. */
export interface PublicFigures {
  received: number;
  outcomes: Record<DecidedOutcome, number>;
  /** By the term that the letter ended. */
  terms: Record<'reply' | 'internal_target', InTime>;
  /** Working days from receipt to the letter, for decisions of a first round. */
  elapsed: Measured[];
  /** The same without the days on which the term stood still. */
  active: Measured[];
}

const KINDS = DECISION_LETTERS.map((kind) => `'${kind}'`).join(', ');
/** The clocks that a letter ended: those that were fulfilled in the transaction in which it was issued. */
const DECIDED = `
SELECT d.procedure_id AS "procedureId", de.kind, co.outcome AS concluded, l.round, d.received_on AS "receivedOn",
       l.issued_on AS "issuedOn", t.term, t.late, coalesce(t.stops, '[]'::json)::jsonb AS stops, count(*)::int AS letters
  FROM letter l JOIN dossier d ON d.id = l.dossier_id
  JOIN decision de ON de.dossier_id = l.dossier_id AND de.round = l.round
  LEFT JOIN conclusion co ON co.dossier_id = l.dossier_id AND co.round = l.round AND co.sent_back_at IS NULL
  LEFT JOIN LATERAL (
    SELECT c.purpose AS term, bool_or(c.expired_at IS NOT NULL OR c.ended_on > c.due_on) AS late,
           (SELECT json_agg(json_build_object('from', s.from_on, 'to', s.to_on) ORDER BY s.from_on, s.to_on)
              FROM clock_stop s JOIN clock k ON k.id = s.clock_id WHERE k.dossier_id = d.id AND k.purpose = c.purpose) AS stops
      FROM clock c
     WHERE c.dossier_id = d.id AND c.state = 'fulfilled' AND c.purpose IN ('reply', 'internal_target')
       AND c.ended_on = (l.issued_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
     GROUP BY c.purpose ORDER BY c.purpose DESC LIMIT 1) t ON true
 WHERE l.kind IN (${KINDS}) AND l.status = 'issued' AND l.validity IN ('valid', 'confirmed')
   AND l.issued_on BETWEEN $1 AND $2
 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;

const noOutcomes = (): Record<DecidedOutcome, number> => ({
  agreed: 0,
  agreed_with_conditions: 0,
  refused_outdated: 0,
  refused_prohibited: 0,
  refused_other: 0,
  determined_not_outdated: 0,
  determined_outdated: 0,
});

function count(groups: readonly DecidedGroup[]): Pick<PublicFigures, 'outcomes' | 'terms'> {
  const outcomes = noOutcomes();
  const terms = { reply: { inTime: 0, late: 0 }, internal_target: { inTime: 0, late: 0 } };
  for (const group of groups) {
    outcomes[decidedOutcome(group)] += group.letters;
    if (group.term !== null) terms[group.term][group.late ? 'late' : 'inTime'] += group.letters;
  }
  return { outcomes, terms };
}

function measure(
  groups: readonly DecidedGroup[],
  calendar: WorkingCalendar,
): Pick<PublicFigures, 'elapsed' | 'active'> {
  const figures: Pick<PublicFigures, 'elapsed' | 'active'> = { elapsed: [], active: [] };
  for (const { round, receivedOn, issuedOn, stops, letters } of groups) {
    if (round !== 1 || receivedOn === null || receivedOn > issuedOn) continue;
    const span = { from: receivedOn, to: issuedOn };
    figures.elapsed.push({ days: calendar.workingDaysBetween(span.from, span.to), dossiers: letters });
    figures.active.push({ days: activeWorkingDays(calendar, span, stops), dossiers: letters });
  }
  return figures;
}

/**
 * The counts of a period over every authority of the installation: received by the day of receipt, as lists filter it, and
 * decided by the day of the letter that stands; what was decided and has not left the house is not counted.
 */
export async function publicFigures(
  tx: Tx,
  { from, to }: Period,
  calendar: WorkingCalendar,
): Promise<PublicFigures> {
  const [received, groups] = await Promise.all([
    tx.one<{ n: number }>(
      `SELECT count(*)::int AS n FROM dossier d WHERE d.status <> 'draft' AND d.received_on BETWEEN $1 AND $2`,
      [from, to],
    ),
    tx.query<DecidedGroup>(DECIDED, [from, to]),
  ]);
  return { received: received?.n ?? 0, ...count(groups), ...measure(groups, calendar) };
}
