import { type ScreeningResult } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, factsOf } from '#dossiers';
import { civilDateOf, digestOf, faultName, Refusal } from '#kernel';
import { type LawSet } from '#law';
import { screen, type ScreeningInput } from '#screening';
import { standingConfirmations } from './confirmations.store.js';
import { insertScreening, type StoredScreening } from './screening.store.js';

/** Runs the engine; its own refusals pass, anything else is a failure of the engine and of nobody's facts. */
async function screened(input: ScreeningInput): Promise<ScreeningResult> {
  try {
    return await screen(input);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('screening_unavailable', {
      lawSet: input.lawSet.digest,
      fault: faultName(error),
    });
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
  const inputs = {
    dossierId,
    round,
    factsVersion,
    lawSetDigest: lawSet.digest,
    mode,
    receivedOn,
    confirmations,
  };
  return insertScreening(tx, { ...inputs, engineVersion, result, resultDigest: digestOf(result), blocking });
}
