import { assertPacksSound, loadAllPacks, type Pack } from '#law';
import { screeningPackChecks } from '#screening';
import { checkProcedure } from '#workflow';

/**
 * Loads every pack of a folder and checks it with everything that uses it: procedures by their graph, decision models
 * by the engine, golden cases by running them. @throws Refusal `pack_refused` with file, place and reason of each fault
 */
export async function loadLaw(folder: string): Promise<readonly Pack[]> {
  const packs = loadAllPacks(folder);
  await assertPacksSound(packs, { checkProcedure, ...screeningPackChecks });
  return packs;
}
