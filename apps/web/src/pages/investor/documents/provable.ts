import { type Draft, type Row, textOf } from '../draft/draft.types.js';
import { type FieldName } from '../fields/field.types.js';
import { bareText } from '../../../format/bare-text.js';

type Proven = 'lines' | 'equipment';
/** Facts that a certificate of inspection proves, for lines and for machines. */
const PROVEN: Record<Proven, readonly FieldName[]> = {
  lines: ['actualCapacityPct', 'efficiencyPct', 'consumptionOverDesignPct', 'standards', 'standardResults'],
  equipment: [
    ...(['yearMade', 'remainingCapacityPct', 'efficiencyPct', 'consumptionOverDesignPct'] as const),
    ...(['standards', 'standardResults'] as const),
  ],
};
/** How many facts one certificate can cover, as the API takes them. */
export const MOST_COVERED = 500;

/** A fact that is stated and can be proven, under its path. */
export interface Provable {
  path: string;
  section: Proven;
  row: Row;
  /** The number of its line or machine in the list. */
  number: number;
  field: FieldName;
}

export const provable = (draft: Pick<Draft, Proven>): Provable[] =>
  (['lines', 'equipment'] as const).flatMap((section) =>
    draft[section].flatMap((row, index) =>
      PROVEN[section]
        .filter((field) => row[field] !== undefined)
        .map((field) => ({
          path: `${section}[${textOf(row['id'])}].${field}`,
          section,
          row,
          number: index + 1,
          field,
        })),
    ),
  );

/** The paths of the facts that a certificate covers. */
export const coversOf = (paper: Row): string[] => (paper['covers'] as string[] | undefined) ?? [];

/** Facts whose name holds these words, written with accents or without. */
export function named(facts: Provable[], words: string, nameOf: (fact: Provable) => string): Provable[] {
  const asked = bareText(words);
  return asked === '' ? facts : facts.filter((fact) => bareText(nameOf(fact)).includes(asked));
}

/** The paths with those of all these facts, as far as there is room, or without them. */
export function withAll(paths: readonly string[], facts: readonly Provable[], isChosen: boolean): string[] {
  const these = new Set(facts.map(({ path }) => path));
  if (!isChosen) return paths.filter((path) => !these.has(path));
  return [...new Set([...paths, ...these])].slice(0, Math.max(MOST_COVERED, paths.length));
}
