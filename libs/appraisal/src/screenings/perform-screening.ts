import { type ScreeningResult } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, factsOf } from '#dossiers';
import { canonicalJson, civilDateOf, digestOf, Refusal } from '#kernel';
import { type LawSet } from '#law';
import { screen, type ScreeningInput } from '#screening';
import { standingConfirmations } from './confirmations.store.js';
import { insertScreening, screeningById, type StoredScreening } from './screening.store.js';

/** Runs the engine; its own refusals pass, anything else is a failure of the engine and of nobody's facts. */
async function screened(input: ScreeningInput): Promise<ScreeningResult> {
  try {
    return await screen(input);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('screening_unavailable', { lawSet: input.lawSet.digest, fault: error instanceof Error ? error.name : 'unknown' });
  }
}

/**
 * Screens the current facts of a locked dossier with the decisions that count, and stores the screening with all its
 * inputs. The law set must be stored already. Returns the stored row.
 * @throws Refusal `screening_unavailable` (nothing is stored), `malformed_request` or `impossible_value` on faulty facts.
 */
export async function performScreening(tx: Tx, row: DossierRow, lawSet: LawSet): Promise<StoredScreening> {
  const facts = await factsOf(tx, row.id, row.factsVersion);
  const confirmations = await standingConfirmations(tx, row.id);
  const receivedOn = row.receivedOn ?? civilDateOf(tx.at);
  const result = await screened({ lawSet, mode: lawSet.mode, facts, confirmations, receivedOn });
  const { id: dossierId, round, factsVersion } = row;
  const { mode, engineVersion, blocking } = result;
  const inputs = { dossierId, round, factsVersion, lawSetDigest: lawSet.digest, mode, receivedOn, confirmations };
  return insertScreening(tx, { ...inputs, engineVersion, result, resultDigest: digestOf(result), blocking });
}

export interface Replay {
  screeningId: string;
  /** Whether the engine of today gives the same bytes. */
  same: boolean;
  storedDigest: string;
  replayedDigest: string;
  storedEngine: string;
  replayedEngine: string;
  /** Whether the stored result still is what its digest says. */
  intact: boolean;
}

/**
 * Runs a stored screening again from its stored inputs and compares byte for byte; only the engine's version may differ.
 * @throws Refusal `not_found` when the dossier has no such screening, `screening_unavailable` when the engine fails.
 */
export async function replayScreening(tx: Tx, dossierId: string, screeningId: string): Promise<Replay> {
  const stored = await screeningById(tx, dossierId, screeningId);
  if (!stored) throw new Refusal('not_found');
  const law = await tx.one<{ content: LawSet }>('SELECT content FROM law_set WHERE digest = $1', [stored.lawSetDigest]);
  if (!law) throw new Error(`law set ${stored.lawSetDigest} is not stored`);
  const facts = await factsOf(tx, dossierId, stored.factsVersion);
  const { mode, confirmations, receivedOn } = stored;
  const replayed = await screened({ lawSet: law.content, mode, facts, confirmations, receivedOn });
  return {
    screeningId,
    same: canonicalJson(replayed) === canonicalJson({ ...stored.result, engineVersion: replayed.engineVersion }),
    storedDigest: stored.resultDigest,
    replayedDigest: digestOf(replayed),
    storedEngine: stored.engineVersion,
    replayedEngine: replayed.engineVersion,
    intact: digestOf(stored.result) === stored.resultDigest,
  };
}
