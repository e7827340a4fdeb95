import { type OperatingFigures } from '#observability';

/** `late`: it works behind its time; people can go on, an operator should look. `unknown`: the database would know. */
export type DependencyState = 'up' | 'late' | 'down' | 'unknown';
export interface Dependency {
  name: string;
  state: DependencyState;
  /** How far behind, where that is known. */
  ageSeconds?: number;
}
const MINUTE = 60;
/** Workers look at the schedule every minute. */
const WORKER_SILENT_AFTER = 3 * MINUTE;
/** The tick comes every minute; a round with many alarms takes a while. */
const CLOCKS_LATE_AFTER = 5 * MINUTE;
/** Checkpoints are taken every night. */
const CHECKPOINT_LATE_AFTER = 26 * 60 * MINUTE;

/** What the figures of an installation say of its parts; null when they could not be read. */
export function dependenciesOf(figures: OperatingFigures | null): Dependency[] {
  if (figures === null) return ['jobs', 'clocks', 'checkpoint'].map((name) => ({ name, state: 'unknown' }));
  const { workerSilentSeconds, clockLagSeconds, checkpointAgeSeconds } = figures;
  return [
    aged('jobs', workerSilentSeconds, WORKER_SILENT_AFTER),
    aged('clocks', clockLagSeconds, CLOCKS_LATE_AFTER),
    aged('checkpoint', checkpointAgeSeconds, CHECKPOINT_LATE_AFTER),
  ];
}

/** Without an age it never happened, which is late: an installation without a worker or a checkpoint must show. */
const aged = (name: string, seconds: number | null, lateAfter: number): Dependency =>
  seconds === null
    ? { name, state: 'late' }
    : { name, state: seconds > lateAfter ? 'late' : 'up', ageSeconds: Math.max(0, Math.round(seconds)) };
