import { type ScreeningMode } from '#contracts';
import { type CivilDate, yearOf } from '#kernel';
import { assertOfficialModeReady, assertPacksSound, loadAllPacks, type Pack } from '#law';
import { screeningPackChecks } from '#screening';
import { checkProcedure } from '#workflow';
import { ProvenLaw, runningEngine } from './proven-law.js';

/**
 * Loads every pack of a folder and checks it with everything that uses it: procedures by their graph, decision models
 * by the engine, golden cases by running them, unless `proven` remembers that they held. @throws Refusal `pack_refused` with file, place and reason of each fault
 */
export async function loadLaw(folder: string, proven?: ProvenLaw): Promise<readonly Pack[]> {
  const packs = loadAllPacks(folder);
  const casesHeld = (await proven?.holds(packs)) ?? false;
  await assertPacksSound(packs, { checkProcedure, ...screeningPackChecks }, casesHeld);
  if (!casesHeld) await proven?.remember(packs);
  return packs;
}

/**
 * The law as an installation runs on it. Loaded before anything else is opened, so that unsound law or an unconfirmed
 * calendar stops the start and leaves nothing behind. `today` is the civil day in Viet Nam.
 * @throws Refusal `pack_refused`, `official_mode_not_ready`
 */
export async function loadLawToRun(
  { packsFolder, proofFolder, mode }: { packsFolder: string; proofFolder: string; mode: ScreeningMode },
  today: CivilDate,
): Promise<readonly Pack[]> {
  const packs = await loadLaw(packsFolder, new ProvenLaw(proofFolder, await runningEngine()));
  if (mode === 'official') assertOfficialModeReady(packs, yearOf(today));
  return packs;
}
