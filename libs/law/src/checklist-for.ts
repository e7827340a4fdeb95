import { type CaseAttributes, type TechnologyFacts } from '#contracts';
import { matchesWhen } from './clocks-for.js';
import { type LawSet, type ScreeningLaw } from './law-set.types.js';
import { type ChecklistItem, type FactCondition } from './pack.types.js';

/** The checklist of one dossier as it stands. */
export interface ChecklistState {
  /** Items that must be there. */
  required: LawSet['checklist'];
  /** Items asked for "if any": never counted as missing. */
  asked: LawSet['checklist'];
  /** Codes that a paper of the dossier names. */
  present: string[];
  /**
   * Codes without a paper of which the structured facts hold a part (D2 without the process flow diagram, D3 without
   * the specifications): a hint to whoever completes the dossier, never a replacement of the paper.
   */
  derivable: string[];
  /** Codes that are required and not present; acceptance needs none. */
  missing: string[];
}

/** A dossier that does not say its stage is read as one of the policy stage, where nearly all requests come from. */
const stageOf = ({ stage }: CaseAttributes): 'policy' | 'decision' => stage ?? 'policy';

const isUsedImport = ({ condition, acquisition }: { condition?: string; acquisition?: string }): boolean =>
  condition === 'used' && acquisition !== 'domestic';
const FACTS_HOLD: Record<FactCondition, (facts: TechnologyFacts) => boolean> = {
  used_imported: ({ lines = [], equipment = [] }) => [...lines, ...equipment].some(isUsedImport),
};

/** What structured facts can tell of an item: name and origin of every line for D2, machines with their condition for D3. */
const BY_FACTS: Record<string, (facts: TechnologyFacts) => boolean> = {
  D2: ({ lines = [] }) =>
    lines.length > 0 && lines.every(({ technologyName, origin }) => Boolean(technologyName && origin)),
  D3: ({ equipment = [] }) =>
    equipment.length > 0 && equipment.every(({ name, condition }) => Boolean(name && condition)),
};
const isPresent = (code: string, { papers = [] }: TechnologyFacts): boolean =>
  papers.some(({ item }) => item === code);
const isDerivable = (code: string, facts: TechnologyFacts): boolean => BY_FACTS[code]?.(facts) ?? false;

function isRequired(item: ChecklistItem, attributes: CaseAttributes, facts: TechnologyFacts): boolean {
  if ((item.whenFacts ?? []).some((condition) => FACTS_HOLD[condition](facts))) return true;
  if (item.required === 'when') return matchesWhen(item.when, attributes);
  return item.required === 'always';
}

/**
 * The items of a set's checklist that concern a case (procedure, stage, channel), which of them are required and which
 * are missing: only a paper that names the item provides it. D15 becomes required as soon as the facts hold one used
 * imported line or machine.
 */
export function checklistFor(
  lawSet: Pick<ScreeningLaw, 'checklist'>,
  attributes: CaseAttributes,
  facts: TechnologyFacts,
): ChecklistState {
  const concerned = lawSet.checklist.filter(
    ({ procedures, stages, channels }) =>
      procedures.includes(attributes.procedure) &&
      stages.includes(stageOf(attributes)) &&
      channels.includes(attributes.channel),
  );
  const required = concerned.filter((item) => isRequired(item, attributes, facts));
  const codes = [...new Set(concerned.map(({ code }) => code))];
  const present = codes.filter((code) => isPresent(code, facts));
  return {
    required,
    asked: concerned.filter((item) => !required.includes(item)),
    present,
    derivable: codes.filter((code) => !present.includes(code) && isDerivable(code, facts)),
    missing: required.map(({ code }) => code).filter((code) => !present.includes(code)),
  };
}
