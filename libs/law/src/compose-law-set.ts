import { type ScreeningMode } from '#contracts';
import { digestOf } from '#kernel';
import { sortedBy } from './composing/in-force.js';
import { gapsOf, noticesOf } from './composing/notices.js';
import {
  type Choice,
  selectCalendar,
  selectChecklist,
  selectClocks,
  selectCouncils,
  selectCriteria,
  selectLists,
  selectProcedure,
  selectRules,
} from './composing/select-parts.js';
import { type LawSet, type PackRef, type ScreeningLaw } from './law-set.types.js';
import { deepFreeze } from './loading/deep-freeze.js';

/** The day (civil, Viet Nam) on which the dossier (validly) arrived, the procedure, and all loaded packs. */
export interface LawSetRequest extends Choice {
  mode: ScreeningMode;
}
type Undigested = Omit<ScreeningLaw, 'packs' | 'digest'>;

function pinned(parts: Undigested & Partial<Pick<LawSet, 'procedure'>>, choice: Choice): PackRef[] {
  const items = [
    ...(parts.procedure === undefined ? [] : [parts.procedure]),
    ...parts.lists.versions,
    ...parts.lists.rows,
    ...parts.rules.metas,
    ...parts.rules.models,
    ...parts.clocks,
    ...parts.checklist,
    ...parts.criteria,
    ...parts.councils,
    ...parts.calendar,
    ...gapsOf(choice),
  ];
  const used = new Set(items.map(({ packId }) => packId));
  const refs = choice.packs
    .filter(({ manifest }) => used.has(manifest.id))
    .map(({ manifest, digest }) => ({ packId: manifest.id, digest }));
  return sortedBy(refs, ({ packId }) => packId);
}

function parts({ packs, procedureId, on, mode }: LawSetRequest): Undigested {
  const choice = { packs, procedureId, on };
  const lists = selectLists(choice);
  const rules = selectRules(choice);
  return {
    procedureId,
    chosenFor: on,
    mode,
    lists,
    rules,
    clocks: selectClocks(choice),
    checklist: selectChecklist(choice),
    criteria: selectCriteria(choice),
    councils: selectCouncils(choice),
    calendar: selectCalendar(choice),
    notices: noticesOf(choice, lists, rules),
  };
}

/**
 * The law that governs a dossier: the procedure of the newest pack in force on the day, and every list version, rule,
 * clock, checklist item and sheet in force then; reference rows are in it on any day, marked `reference` (they act in
 * demonstration mode only). Out: plain frozen JSON with the digests of the packs used and its own digest; equal input
 * gives equal bytes. What is not in force or not loaded stands in `notices`.
 * @throws Refusal `no_procedure_in_force` when no pack holds the procedure on any day.
 */
export function composeLawSet(request: LawSetRequest): LawSet {
  const chosen = { ...parts(request), procedure: selectProcedure(request) };
  const set = { ...chosen, packs: pinned(chosen, request) };
  return deepFreeze({ ...set, digest: digestOf(set) });
}

/** The same without the procedure file: enough to screen facts for a procedure whose file no pack holds yet. */
export function composeScreeningLaw(request: LawSetRequest): ScreeningLaw {
  const chosen = parts(request);
  const set = { ...chosen, packs: pinned(chosen, request) };
  return deepFreeze({ ...set, digest: digestOf(set) });
}
