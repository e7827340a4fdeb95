import { type Tx } from '#database';
import { knownConflicts } from '../known-conflicts.js';
import { type OpenedDossier } from '#dossiers';
import { hasRole, Refusal } from '#kernel';
import { isExpertOf } from './authorship.js';
import { allOpinions, type Opinion, type OpinionVersion, versionsOf } from './opinion.store.js';

/** An opinion with whether its author is in conflict by now, so that it does not count; null: not for this viewer. */
export interface ReadableOpinion extends Opinion {
  authorInConflict: boolean | null;
}

/**
 * The opinions of a dossier that the viewer may read: the own ones, and the recorded ones of others. An expert reads
 * those of a round only after recording the own one of that round; the owner's side reads none.
 */
export async function opinionsOf(tx: Tx, opened: OpenedDossier): Promise<ReadableOpinion[]> {
  const opinions = await readableOpinions(tx, opened);
  const conflicted = await knownConflicts(tx, opened.row.id);
  return opinions.map((opinion) => ({
    ...opinion,
    authorInConflict: conflicted === null ? null : conflicted.includes(opinion.authorId),
  }));
}

async function readableOpinions(tx: Tx, { row, relations }: OpenedDossier): Promise<Opinion[]> {
  if (relations.includes('owner')) return [];
  const opinions = await allOpinions(tx, row.id);
  const isExpert =
    (await isExpertOf(tx, row.id, tx.actor.id)) ||
    !hasRole(tx.actor, 'clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor');
  const isOwn = ({ authorId }: Opinion) => authorId === tx.actor.id;
  const filed = new Set(
    opinions.filter((opinion) => isOwn(opinion) && opinion.state === 'recorded').map(({ round }) => round),
  );
  return opinions.filter(
    (opinion) => isOwn(opinion) || (opinion.state === 'recorded' && (!isExpert || filed.has(opinion.round))),
  );
}

/** The kept versions of an opinion that the viewer may read, newest first. @throws Refusal `not_found`. */
export async function opinionVersions(
  tx: Tx,
  opened: OpenedDossier,
  opinionId: string,
): Promise<OpinionVersion[]> {
  const readable = (await opinionsOf(tx, opened)).some(({ id }) => id === opinionId);
  if (!readable) throw new Refusal('not_found');
  return versionsOf(tx, opinionId);
}
