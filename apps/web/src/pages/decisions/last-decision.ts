import { type CommandName } from '#contracts';
import { type TimelineEntry } from '../dossiers/dossier.types.js';
import { DECIDING } from './choices.js';

/** The step that was taken last between a conclusion and its letter; null where the dossier moved on since, or never came there. */
export function lastDecision(
  timeline: readonly Pick<TimelineEntry, 'kind' | 'code' | 'at' | 'actorName' | 'actorRole'>[],
): { who: string; command: string; at: string } | null {
  const steps = timeline.filter(({ kind }) => kind === 'transition');
  // The newest come first, also of one instant.
  const [last] = steps.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (last === undefined || !DECIDING.includes(last.code as CommandName)) return null;
  return { who: last.actorName ?? last.actorRole, command: last.code, at: last.at };
}
