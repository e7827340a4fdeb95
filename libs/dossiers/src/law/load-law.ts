import { type ScreeningMode } from '#contracts';
import { type CivilDate, yearOf } from '#kernel';
import { assertOfficialModeReady, assertPacksSound, loadAllPacks, type Pack } from '#law';
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

/**
 * The law as an installation runs on it. Loaded before anything else is opened, so that unsound law or an unconfirmed
 * calendar stops the start and leaves nothing behind. `today` is the civil day in Viet Nam.
 * @throws Refusal `pack_refused`, `official_mode_not_ready`
 */
export async function loadLawToRun(
  { packsFolder, mode }: { packsFolder: string; mode: ScreeningMode },
  today: CivilDate,
): Promise<readonly Pack[]> {
  const packs = await loadLaw(packsFolder);
  if (mode === 'official') assertOfficialModeReady(packs, yearOf(today));
  return packs;
}
