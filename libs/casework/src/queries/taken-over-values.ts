import { type EquipmentFacts, type LineFacts, type TechnologyFacts } from '#contracts';

/** Facts that were measured or certified on a day: in a copy they may be of an earlier one. */
const OF_A_DAY = [
  'actualCapacityPct',
  'remainingCapacityPct',
  'efficiencyPct',
  'consumptionOverDesignPct',
  'standardResults',
  'certificate',
] as const satisfies (keyof LineFacts | keyof EquipmentFacts)[];

/** The values of facts of lines and machines that are of a day, by path: `lines[l-1].efficiencyPct`. */
export function takenOverValues({ lines = [], equipment = [] }: TechnologyFacts): Record<string, unknown> {
  const of = (section: string, rows: readonly (LineFacts & EquipmentFacts)[]) =>
    rows.flatMap((row) =>
      OF_A_DAY.filter((field) => row[field] !== undefined).map((field): [string, unknown] => [
        `${section}[${row.id ?? ''}].${field}`,
        row[field],
      ]),
    );
  return Object.fromEntries([...of('lines', lines), ...of('equipment', equipment)]);
}
