import { type QueryKey } from '@tanstack/react-query';
import { type LiveEvent } from './live-reader.js';

/** What people look at together; figures and tasks follow from every act on a dossier. */
const FOLLOWING = ['dossiers', 'letters', 'assignments', 'reports', 'views'];
const EVERYTHING = [...FOLLOWING, 'dossier', 'notifications', 'projects', 'project'];

const isOfCouncil = (kinds: unknown): boolean =>
  Array.isArray(kinds) && kinds.some((kind) => typeof kind === 'string' && kind.startsWith('council.'));

/** The questions whose answers an event makes old; an event that nobody knows makes none old. */
export function oldAfter({ event, data }: LiveEvent): QueryKey[] {
  const whole = (names: readonly string[]) => names.map((name) => [name]);
  switch (event) {
    case 'refresh':
      return whole(EVERYTHING);
    case 'ready':
      return data['resumed'] === false ? whole(EVERYTHING) : [];
    case 'dossier':
      return [['dossier', data['dossierId']], ...whole(FOLLOWING)];
    case 'project':
      return [['project', data['projectId']], ['projects'], ['reports']];
    // An invitation speaks of a dossier of which its reader hears nothing yet; of what a council does its members from
    // outside hear by news alone.
    case 'notification':
      return whole([
        'notifications',
        'assignments',
        ...(isOfCouncil(data['kinds']) ? ['dossier', 'dossiers'] : []),
      ]);
    case 'presence':
      return [['presence', data['dossierId']]];
    default:
      return [];
  }
}
