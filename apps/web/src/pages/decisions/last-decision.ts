import { type CommandName } from '#contracts';
import { type TimelineEntry } from '../dossiers/dossier.types.js';
import { DECIDING } from './choices.js';

type Entry = Pick<TimelineEntry, 'kind' | 'code' | 'at' | 'actorName' | 'actorRole' | 'detail'>;
export interface LastStep {
  /** A name inside the house, a role outside of it. */
  who: string;
  command: string;
  at: string;
  /** What was written with it: why it was taken, or what it asks. */
  reason: string | null;
}

/** The step that was taken last, whatever letters came after it; null before any step. */
export function lastStep(timeline: readonly Entry[]): LastStep | null {
  const steps = timeline.filter(({ kind }) => kind === 'transition');
  // The newest come first, also of one instant.
  const [last] = steps.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (last === undefined) return null;
  const { actorName, actorRole, code, at, detail } = last;
  return { who: actorName ?? actorRole, command: code, at, reason: detail['reason'] ?? null };
}

/** The step that was taken last between a conclusion and its letter; null where the dossier moved on since, or never came there. */
export function lastDecision(timeline: readonly Entry[]): LastStep | null {
  const last = lastStep(timeline);
  return last !== null && DECIDING.includes(last.command as CommandName) ? last : null;
}
