import { type Tx } from '#database';
import { factsOf } from '#dossiers';
import { digestOf, Refusal } from '#kernel';
import { type LawSet } from '#law';
import { engineVersionOf, replay, shellOf } from '#screening';
import { screeningById } from './screening.store.js';

/** Whether a stored screening gives the same findings today. */
export interface ScreeningReplay {
  screeningId: string;
  same: boolean;
  /** JSON pointer of the first value that differs; null when nothing does. */
  firstDifference: string | null;
  /** Whether the stored result still is what its digest says. */
  intact: boolean;
  storedEngine: string;
  replayedEngine: string;
}

/**
 * Runs a stored screening of a dossier again from its stored inputs and compares byte for byte; only the version of the
 * engine may differ. @throws Refusal `not_found` when the dossier has no such screening, `screening_unavailable`.
 */
export async function replayScreening(
  tx: Tx,
  dossierId: string,
  screeningId: string,
): Promise<ScreeningReplay> {
  const stored = await screeningById(tx, dossierId, screeningId);
  if (!stored) throw new Refusal('not_found');
  const law = await tx.one<{ content: LawSet }>('SELECT content FROM law_set WHERE digest = $1', [
    stored.lawSetDigest,
  ]);
  if (!law) throw new Error(`law set ${stored.lawSetDigest} is not stored`);
  const facts = await factsOf(tx, dossierId, stored.factsVersion);
  const { mode, confirmations, receivedOn, engineVersion, result } = stored;
  const outcome = await replay(
    { lawSet: law.content, mode, facts, confirmations, receivedOn, engineVersion },
    result,
  );
  const intact = digestOf(result) === stored.resultDigest;
  const replayedEngine = engineVersionOf(shellOf(engineVersion));
  return { screeningId, ...outcome, intact, storedEngine: engineVersion, replayedEngine };
}
