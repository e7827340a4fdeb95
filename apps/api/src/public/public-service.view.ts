import { PUBLIC_WORDS } from '#casework';
import { PROCEDURES, type ProcedureId, PUBLIC_STATUSES, VERIFICATIONS } from '#contracts';
import { type LawRegistry, procedureOf } from '#dossiers';
import { type CivilDate } from '#kernel';
import { type ClockPurpose, type LawSet, type Pack } from '#law';
import { type Language } from '../http/language.js';
import { renderedNotice } from '../law/notice-texts.js';
import { type PublicServiceDto } from './public-service.dto.js';
import { VERIFICATION_WORDS } from './public-words.js';

type ServiceProcedure = PublicServiceDto['procedures'][number];

/** Terms that bind others, and the time of intake, tell a visitor nothing about the answer. */
const UNTOLD: readonly ClockPurpose[] = ['others_duty', 'intake'];

const termsOf = ({ clocks, procedureId }: LawSet): ServiceProcedure['terms'] =>
  clocks
    .filter(({ procedures, purpose }) => procedures.includes(procedureId) && !UNTOLD.includes(purpose))
    .map(({ id, name, purpose, value, unit, start, when, note, basis, verification }) => ({
      ...{ id, name, purpose, value, unit, start, when, note, basis, verification },
    }));

const papersOf = ({ checklist, procedureId }: LawSet): ServiceProcedure['papers'] =>
  checklist
    .filter(({ procedures }) => procedures.includes(procedureId))
    .map(({ code, name, stages, channels, required, when, basis, verification }) => ({
      ...{ code, name, stages, channels, required, when, basis, verification },
    }));

function packOf(packs: readonly Pack[], packId: string): ServiceProcedure['pack'] {
  const pack = packs.find(({ manifest }) => manifest.id === packId);
  if (!pack) throw new Error(`the pack ${packId} of a composed set is loaded`);
  const { id, title, instruments, verification, validFrom } = pack.manifest;
  return { id, title, instruments, verification, validFrom };
}

const isHeld = (packs: readonly Pack[], procedure: ProcedureId): boolean =>
  packs.some(({ procedures }) => procedures.some(({ id }) => id === procedure));

/** The procedures of a day as the loaded packs have them, with their terms and papers. */
export function servedProcedures(
  registry: LawRegistry,
  today: CivilDate,
  language: Language,
): ServiceProcedure[] {
  return PROCEDURES.filter((procedure) => isHeld(registry.packs, procedure)).map((id) => {
    const set = registry.compose(id, today);
    const { title, supplementRequests } = procedureOf(set);
    return {
      ...{ id, title, supplementRequests },
      pack: packOf(registry.packs, set.procedure.packId),
      terms: termsOf(set),
      papers: papersOf(set),
      notices: set.notices.map((notice) => renderedNotice(notice, language)),
    };
  });
}

/** What each mark of an article means. */
export const verificationWords = (): PublicServiceDto['verifications'] =>
  VERIFICATIONS.map((verification) => ({ verification, text: VERIFICATION_WORDS[verification] }));

/** What the status of a dossier can be told to be, with its words. */
export const statusWords = (): PublicServiceDto['tracking']['statuses'] =>
  PUBLIC_STATUSES.map((code) => ({ code, ...PUBLIC_WORDS.statuses[code] }));
