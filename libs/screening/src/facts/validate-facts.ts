import { type EquipmentFacts, type TechnologyFacts } from '#contracts';
import { type CivilDate } from '#kernel';
import { countryFaults } from './country-faults.js';
import { type FactFault, fault, pointerTo } from './fact-fault.js';
import { type IdsOfItems, idsOfItems, namesAFact } from './fact-paths.js';
import { FACTS_SCHEMA } from './fact-schema.js';
import { shapeFaults } from './shape-faults.js';

export interface FactContext {
  /** Year of the day on which the facts are given; `null` where no present exists (a replay). */
  currentYear: number | null;
  /** The day itself: no paper can have been issued after it. Absent: neither that nor countries are judged (a replay). */
  today?: CivilDate;
}

function duplicateIds(items: readonly { id?: string }[], at: string): FactFault[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (id === undefined) return [];
    if (seen.has(id)) return [fault('impossible', pointerTo(pointerTo(at, index), 'id'), 'duplicate_id')];
    seen.add(id);
    return [];
  });
}

function yearFaults(machine: EquipmentFacts, at: string, currentYear: number | null): FactFault[] {
  const { yearMade, plannedArrivalYear } = machine;
  if (yearMade === undefined) return [];
  const future = currentYear !== null && yearMade > currentYear;
  const reversed = plannedArrivalYear !== undefined && plannedArrivalYear < yearMade;
  return [
    ...(future
      ? [fault('impossible', `${at}/yearMade`, 'year_in_future', { year: String(currentYear) })]
      : []),
    ...(reversed ? [fault('impossible', `${at}/plannedArrivalYear`, 'arrival_before_made')] : []),
  ];
}

function machineFaults(facts: TechnologyFacts, ids: IdsOfItems, currentYear: number | null): FactFault[] {
  return (facts.equipment ?? []).flatMap((machine, index) => {
    const at = `/equipment/${index}`;
    const { lineRef } = machine;
    const dangling =
      lineRef !== undefined && !ids.lines.includes(lineRef) && !isIndex(lineRef, ids.lines.length);
    return [
      ...yearFaults(machine, at, currentYear),
      ...(dangling ? [fault('impossible', `${at}/lineRef`, 'no_such_line')] : []),
    ];
  });
}

const isIndex = (text: string, length: number): boolean => /^\d+$/.test(text) && Number(text) < length;

function pathFaults(facts: TechnologyFacts, ids: IdsOfItems): FactFault[] {
  const covers = (facts.evidence ?? []).flatMap((paper, index) =>
    paper.covers.flatMap((path, position) =>
      namesAFact(path, ids)
        ? []
        : [fault('impossible', `/evidence/${index}/covers/${position}`, 'path_names_nothing')],
    ),
  );
  const sources = Object.keys(facts.sources ?? {})
    .filter((path) => !namesAFact(path, ids))
    .map((path) => fault('impossible', pointerTo('/sources', path), 'path_names_nothing'));
  return [...covers, ...sources];
}

/** A certificate that will be issued one day proves nothing and was mistyped. */
function issueFaults(facts: TechnologyFacts, { today }: FactContext): FactFault[] {
  if (today === undefined) return [];
  const papers = (facts.evidence ?? []).map(({ issuedOn }, index) => ({
    at: `/evidence/${index}/issuedOn`,
    issuedOn,
  }));
  const certificates = (facts.equipment ?? []).map(({ certificate }, index) => ({
    at: `/equipment/${index}/certificate/issuedOn`,
    issuedOn: certificate?.issuedOn,
  }));
  return [...papers, ...certificates]
    .filter(({ issuedOn }) => issuedOn !== undefined && issuedOn > today)
    .map(({ at }) => fault('impossible', at, 'issued_in_future', { today }));
}

/** Ids that the normaliser will give by position count too, so that papers may already name them. */
function foreseenIds(facts: TechnologyFacts): IdsOfItems {
  const given = idsOfItems(facts);
  const fill = (ids: IdsOfItems['lines'], prefix: string) =>
    ids.map((id, index) => id ?? `${prefix}-${index + 1}`);
  return { lines: fill(given.lines, 'line'), equipment: fill(given.equipment, 'equipment') };
}

function impossibleFaults(facts: TechnologyFacts, context: FactContext): FactFault[] {
  const ids = foreseenIds(facts);
  return [
    ...duplicateIds(facts.lines ?? [], '/lines'),
    ...duplicateIds(facts.equipment ?? [], '/equipment'),
    ...duplicateIds(facts.evidence ?? [], '/evidence'),
    ...machineFaults(facts, ids, context.currentYear),
    ...pathFaults(facts, ids),
    ...issueFaults(facts, context),
    ...(context.today === undefined ? [] : countryFaults(facts)),
  ];
}

/**
 * Everything that is wrong with `facts`, each with a JSON pointer; empty when they may be stored and screened.
 * Takes any JSON value and never throws. Relations between fields are judged only when the shape holds.
 */
export function factsFaults(facts: unknown, context: FactContext): FactFault[] {
  const found = shapeFaults(facts, FACTS_SCHEMA);
  if (found.some(({ kind }) => kind === 'shape')) return found;
  return [...found, ...impossibleFaults(facts as TechnologyFacts, context)];
}
