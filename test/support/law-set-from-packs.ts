import { fileURLToPath } from 'node:url';
import { type ProcedureId, type ScreeningMode } from '#contracts';
import { type CivilDate } from '#kernel';
import { composeScreeningLaw, loadAllPacks, type ScreeningLaw } from '#law';

const PACKS = loadAllPacks(fileURLToPath(new URL('../../libs/law/packs', import.meta.url)));
const composed = new Map<string, ScreeningLaw>();

/** The law of the shipped packs on a day, composed once per test file. */
export function lawSetFromPacks(procedureId: ProcedureId, on: CivilDate, mode: ScreeningMode): ScreeningLaw {
  const key = `${procedureId} ${on} ${mode}`;
  const known = composed.get(key) ?? composeScreeningLaw({ packs: PACKS, procedureId, on, mode });
  composed.set(key, known);
  return known;
}
