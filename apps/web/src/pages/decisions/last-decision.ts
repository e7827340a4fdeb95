import { type CommandName } from '#contracts';
import { type TimelineEntry } from '../dossiers/dossier.types.js';
import { DECIDING } from './choices.js';

/** The step that was taken last between a conclusion and its letter; null where the dossier moved on since, or never came there. */
export function lastDecision(
  timeline: readonly Pick<TimelineEntry, 'kind' | 'code' | 'at' | 'actorName' | 'actorRole'>[],
): { who: string; command: string; at: string } | null {
  const steps = timeline.filter(({ kind }) => kind === 'transition');
  const last = steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
  if (last === undefined || !DECIDING.includes(last.code as CommandName)) return null;
  return { who: last.actorName ?? last.actorRole, command: last.code, at: last.at };
}
