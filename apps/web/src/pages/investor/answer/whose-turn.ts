import { isClosed, isDecided, isEditable, type Status } from '#contracts';

export type Turn = 'yours' | 'theirs' | 'nobody';

/** Whose turn it is, as the owner of a dossier is told. A decision is the authority's until its letter is out. */
export function whoseTurn(status: Status, isLetterOut: boolean): Turn {
  if (isEditable(status)) return 'yours';
  if (isDecided(status)) return isLetterOut ? 'nobody' : 'theirs';
  return isClosed(status) ? 'nobody' : 'theirs';
}
