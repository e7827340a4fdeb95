import { type Problem } from '../../../api/problem.js';
import { type TimelineEntry } from '../dossier.types.js';

/** Who changed a dossier before somebody else's act reached it. */
export interface Winner {
  /** A name inside the house, a role outside of it. */
  who: string;
  at: string;
  /** The step that it was; null for a change that moved nothing, such as of the facts. */
  command: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The change because of which an act was refused, as the refusal tells it; null where it tells nobody. */
export function winnerOf(problem: Problem, timeline: readonly TimelineEntry[]): Winner | null {
  const { changedBy, changedAt } = problem as { changedBy?: unknown; changedAt?: unknown };
  const [who, at] = [text(changedBy), text(changedAt)];
  if (who === null || at === null) return null;
  const step = timeline.find(
    (entry) => entry.kind === 'transition' && Date.parse(entry.at) === Date.parse(at),
  );
  return { who, at, command: step?.code ?? null };
}

/** The newest step of a timeline that brought a dossier from one status into another, or whatever came between. */
export function changeSince(
  from: string,
  to: string,
  timeline: readonly Pick<
    TimelineEntry,
    'kind' | 'code' | 'from' | 'to' | 'at' | 'actorName' | 'actorRole'
  >[],
): Winner | null {
  const steps = timeline
    .filter(({ kind }) => kind === 'transition')
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const last =
    steps.find((step) => step.to === to && step.from === from) ?? steps.find((step) => step.to === to);
  return last === undefined
    ? null
    : { who: last.actorName ?? last.actorRole, at: last.at, command: last.code };
}
