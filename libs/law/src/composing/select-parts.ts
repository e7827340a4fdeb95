import { type ProcedureId } from '#contracts';
import { type CivilDate, Refusal } from '#kernel';
import { type FromPack, type LawSet } from '../law-set.types.js';
import { type CalendarRow, type ChecklistItem, type Pack, type ProcedureSource } from '../pack.types.js';
import { firstPackPerKey, gathered, inForce, isInForce, newestFirst, ofKind, sortedBy } from './in-force.js';

/** What a set is chosen from: all packs, the procedure and the day. */
export interface Choice {
  packs: readonly Pack[];
  procedureId: ProcedureId;
  on: CivilDate;
}
/** Law packs in force on the day, newest first. */
export const actingPacks = ({ packs, on }: Choice): Pack[] =>
  newestFirst(ofKind(packs, 'law').filter((pack) => isInForce(pack, on)));
const serves =
  ({ procedureId }: Choice) =>
  (item: { procedures: readonly ProcedureId[] }): boolean =>
    item.procedures.includes(procedureId);

/** Packs that hold the procedure: those in force first, then the expired ones, newest first, then those still to come, earliest first. */
function procedureOwners({ packs, procedureId, on }: Choice): Pack[] {
  const holders = newestFirst(ofKind(packs, 'law')).filter(({ procedures }) =>
    procedures.some(({ id }) => id === procedureId),
  );
  const begun = holders.filter(({ manifest }) => manifest.validFrom <= on);
  const acting = begun.filter((pack) => isInForce(pack, on));
  const coming = holders.filter(({ manifest }) => manifest.validFrom > on).reverse();
  return [...acting, ...begun.filter((pack) => !acting.includes(pack)), ...coming];
}
/** Whether any pack in force on the day owns the procedure. */
export const procedureIsInForce = (choice: Choice): boolean =>
  procedureOwners(choice).some((pack) => isInForce(pack, choice.on));

/** The procedure of the day. @throws Refusal `no_procedure_in_force` when no pack holds it at all. */
export function selectProcedure(choice: Choice): FromPack<ProcedureSource> {
  const owner = procedureOwners(choice)[0];
  const source = owner?.procedures.find(({ id }) => id === choice.procedureId);
  if (owner === undefined || source === undefined)
    throw new Refusal('no_procedure_in_force', { procedureId: choice.procedureId, on: choice.on });
  return { ...source, packId: owner.manifest.id };
}

/** Versions of the day (a skeleton's are known but unloaded), then those of reference packs, which act by mode, not by day. */
function selectVersions(choice: Choice): LawSet['lists']['versions'] {
  const known = [
    ...actingPacks(choice),
    ...ofKind(choice.packs, 'skeleton').filter((pack) => isInForce(pack, choice.on)),
  ];
  const acting = gathered(known, ({ listVersions }) =>
    listVersions.filter((version) => inForce(version, choice.on)),
  );
  const loadedFirst = [...acting.filter(({ loaded }) => loaded), ...acting.filter(({ loaded }) => !loaded)];
  const references = gathered(ofKind(choice.packs, 'reference'), ({ listVersions }) => listVersions);
  const all = [
    ...loadedFirst.map((version) => ({ ...version, reference: false })),
    ...references.map((version) => ({ ...version, reference: true })),
  ];
  return sortedBy(
    firstPackPerKey(all, ({ id }) => id),
    ({ id }) => id,
  );
}

/** Lists of the day, and the rows of reference packs on any day, marked so. */
export function selectLists(choice: Choice): LawSet['lists'] {
  const acting = gathered(actingPacks(choice), ({ listRows }) =>
    listRows.filter((row) => inForce(row, choice.on)),
  );
  const references = gathered(ofKind(choice.packs, 'reference'), ({ listRows }) => listRows);
  const rows = [
    ...acting.map((row) => ({ ...row, reference: false })),
    ...references.map((row) => ({ ...row, reference: true })),
  ];
  const versions = selectVersions(choice);
  const known = rows.filter((row) =>
    versions.some(({ id, packId }) => id === row.versionId && packId === row.packId),
  );
  return { versions, rows: sortedBy(known, (row) => `${row.list} ${row.code} ${row.versionId}`) };
}

/** Rules of the day, one per id from the newest pack, with every decision model of the packs in force. */
export function selectRules(choice: Choice): LawSet['rules'] {
  const acting = actingPacks(choice);
  const references = ofKind(choice.packs, 'reference');
  const metas = [
    ...gathered(acting, ({ rules }) => rules.filter((rule) => inForce(rule, choice.on))).map((rule) => ({
      ...rule,
      reference: false,
    })),
    ...gathered(references, ({ rules }) => rules).map((rule) => ({ ...rule, reference: true })),
  ].filter(serves(choice));
  const models = gathered([...acting, ...references], (pack) => pack.models);
  return {
    metas: sortedBy(
      firstPackPerKey(metas, ({ id }) => id),
      ({ id }) => id,
    ),
    models: sortedBy(models, ({ packId, id }) => `${packId} ${id}`),
  };
}

/** Purposes of which a dossier runs one clock at a time: a date that we set, or a target of our own. */
const ONE_PER_PURPOSE: readonly string[] = [
  'supplement',
  'clarification',
  'refusal_reply',
  'internal_target',
];

/** Clocks of the day for the procedure. Where two laws set a term both are counted; dates and targets of our own come from the newest pack. */
export function selectClocks(choice: Choice): LawSet['clocks'] {
  const clocks = gathered(actingPacks(choice), (pack) =>
    pack.clocks.filter((clock) => inForce(clock, choice.on)),
  );
  const kept = firstPackPerKey(clocks.filter(serves(choice)), ({ id, packId, purpose }) =>
    ONE_PER_PURPOSE.includes(purpose) ? purpose : `${packId} ${id}`,
  );
  return sortedBy(kept, ({ id }) => id);
}

const applies = (item: ChecklistItem, pack: Pack, on: CivilDate): boolean =>
  inForce(
    { validFrom: item.validFrom ?? pack.manifest.validFrom, validTo: item.validTo ?? pack.manifest.validTo },
    on,
  );
const numbered = (code: string): string => code.replace(/\d+$/, (digits) => digits.padStart(4, '0'));

/** Checklist items of the day; of one code the newest pack's. */
export function selectChecklist(choice: Choice): LawSet['checklist'] {
  const items = gathered(actingPacks(choice), (pack) =>
    pack.checklist.filter((item) => applies(item, pack, choice.on)),
  );
  return sortedBy(
    firstPackPerKey(items.filter(serves(choice)), ({ code }) => code),
    ({ code }) => numbered(code),
  );
}
/** Criteria sheets of the packs in force; of one id the newest pack's. */
export const selectCriteria = (choice: Choice): LawSet['criteria'] =>
  sortedBy(
    firstPackPerKey(
      gathered(actingPacks(choice), ({ criteria }) => criteria).filter(serves(choice)),
      ({ id }) => id,
    ),
    ({ id }) => id,
  );
/** The council rules of the pack that owns the procedure; where it has none, those of the newest pack in force that has. */
export function selectCouncils(choice: Choice): LawSet['councils'] {
  const owner = procedureOwners(choice).slice(0, 1);
  const found = gathered([...owner, ...actingPacks(choice)], ({ councils }) => councils).filter(
    serves(choice),
  );
  return found.slice(0, 1);
}
/** Calendar rows of all years; of one day the newest pack's. */
export function selectCalendar({ packs }: Choice): FromPack<CalendarRow>[] {
  const rows = gathered(newestFirst(packs), ({ calendar }) => calendar);
  return sortedBy(
    firstPackPerKey(rows, ({ date }) => date),
    ({ date }) => date,
  );
}
