import { ACCESS_LOST, type LiveEvent } from '#live';

/** One event as a stream tells it. */
export interface ToldEvent {
  event: 'dossier' | 'project' | 'presence' | 'notification' | 'gone';
  data: Record<string, unknown>;
}
/** What one person may be told of, among some events. */
export interface Seen {
  /** Dossiers seen whole, with their present revision. */
  dossiers: ReadonlyMap<string, number>;
  /** Dossiers of which own notifications may speak. */
  notified: ReadonlySet<string>;
  projects: ReadonlySet<string>;
}

/** The events that one person is told, one for each thing however often it changed, in the order of the last change. */
export function toldEvents(events: readonly LiveEvent[], seen: Seen): ToldEvent[] {
  const groups = new Map<string, LiveEvent[]>();
  for (const event of events) {
    if (!isSeen(event, seen)) continue;
    const key = event.topic === 'notification' ? event.topic : `${event.topic} ${event.subjectId}`;
    const group = groups.get(key) ?? [];
    groups.delete(key);
    groups.set(key, [...group, event]);
  }
  return [...groups.values()].flatMap((group) => told(group, seen) ?? []);
}

function isSeen({ topic, subjectId, kind }: LiveEvent, { dossiers, notified, projects }: Seen): boolean {
  if (topic === 'session') return false;
  // Whoever still sees it lost nothing; whoever does not is told the id, which they knew, and nothing else.
  if (kind === ACCESS_LOST) return subjectId !== null && !dossiers.has(subjectId);
  if (topic === 'notification') return subjectId === null || notified.has(subjectId);
  if (subjectId === null) return false;
  return topic === 'project' ? projects.has(subjectId) : dossiers.has(subjectId);
}

function told(group: readonly LiveEvent[], { dossiers }: Seen): ToldEvent | null {
  const last = group.at(-1);
  if (!last) return null;
  const id = last.subjectId ?? '';
  const kinds = [...new Set(group.map(({ kind }) => kind))];
  const at = new Date(last.at).toISOString();
  if (last.kind === ACCESS_LOST) return { event: 'gone', data: { dossierId: id } };
  switch (last.topic) {
    case 'dossier':
      return { event: 'dossier', data: { dossierId: id, revision: dossiers.get(id), kinds, at } };
    case 'project':
      return { event: 'project', data: { projectId: id, kinds, at } };
    case 'presence':
      return { event: 'presence', data: { dossierId: id } };
    case 'notification':
      return { event: 'notification', data: { kinds, at } };
    default:
      return null;
  }
}
