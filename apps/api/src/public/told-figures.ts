import {
  FEWEST_TOLD,
  type Measured,
  OUTCOME_WORDS,
  percentile,
  type PublicFigures,
  toldCount,
  toldCounts,
} from '#casework';
import { DECIDED_OUTCOMES, type ProjectStanding } from '#contracts';
import { ratioOf } from '#projects';
import { type PublicStatisticsDto } from './public-statistics.dto.js';
import { STATISTICS_WORDS } from './public-words.js';

/** Below this many dossiers a median would tell how long a single one took. */
const FEWEST_MEASURED = 5;
const MEDIAN = 0.5;
const NINE_TENTHS = 0.9;
type Figures = Pick<PublicStatisticsDto, 'received' | 'decided' | 'inTime' | 'workingDays' | 'smallNumbers'>;

/** The figures as they may be told to everybody, each with what it counts. */
export function toldFigures(figures: PublicFigures): Figures {
  return {
    received: { count: toldCount(figures.received), basis: STATISTICS_WORDS.received },
    decided: decided(figures),
    inTime: {
      statutory: inTime(figures.terms.reply),
      ownTarget: inTime(figures.terms.internal_target),
      basis: STATISTICS_WORDS.inTime,
    },
    workingDays: {
      elapsed: workingDays(figures.elapsed),
      active: workingDays(figures.active),
      basis: STATISTICS_WORDS.workingDays,
    },
    smallNumbers: { fewestTold: FEWEST_TOLD, basis: STATISTICS_WORDS.smallNumbers },
  };
}

function decided({ outcomes }: PublicFigures): Figures['decided'] {
  const told = toldCounts(DECIDED_OUTCOMES.map((outcome) => outcomes[outcome]));
  return {
    count: told.total,
    outcomes: DECIDED_OUTCOMES.map((outcome, index) => ({
      outcome,
      name: OUTCOME_WORDS[outcome],
      count: told.counts[index] ?? null,
    })),
    basis: STATISTICS_WORDS.decided,
  };
}

function inTime(counts: { inTime: number; late: number }): Figures['inTime']['statutory'] {
  const [kept = null, late = null] = toldCounts([counts.inTime, counts.late]).counts;
  const isTold = kept !== null && late !== null;
  return { inTime: kept, late, percent: isTold ? (ratioOf(kept, kept + late)?.percent ?? null) : null };
}

function workingDays(measured: readonly Measured[]): Figures['workingDays']['elapsed'] {
  const all = measured.reduce((sum, { dossiers }) => sum + dossiers, 0);
  if (all < FEWEST_MEASURED) return { median: null, p90: null };
  return { median: percentile(measured, MEDIAN), p90: percentile(measured, NINE_TENTHS) };
}

const STANDINGS = ['answered', 'not_subject', 'in_hand', 'missed', 'none'] as const;

/** Coverage as it may be told: the standings are the parts of the register. */
export function toldCoverage(
  projects: Readonly<Record<ProjectStanding, number>>,
): NonNullable<PublicStatisticsDto['coverage']> {
  const { counts, total } = toldCounts(STANDINGS.map((standing) => projects[standing]));
  const [answered = null, notSubject = null, inHand = null, missed = null, none = null] = counts;
  const isTold = answered !== null && notSubject !== null && total !== null;
  const percent = isTold ? (ratioOf(answered + notSubject, total)?.percent ?? null) : null;
  const basis = STATISTICS_WORDS.coverage;
  return { projects: total, answered, notSubject, inHand, missed, none, percent, basis };
}
