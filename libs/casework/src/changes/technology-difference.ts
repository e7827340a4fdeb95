import { type TechnologyFacts } from '#contracts';
import { factsDifference, type FactChange } from '#dossiers';

/** Project, lines and machines: what an approval is about. Papers and evidence prove it and are not it. */
const judged = ({ project = {}, lines = [], equipment = [] }: TechnologyFacts) => ({
  project,
  lines: byId(lines),
  equipment: byId(equipment),
});
const byId = (items: readonly { id?: string }[]): Record<string, unknown> =>
  Object.fromEntries(items.map((item) => [item.id ?? '', item]));

/**
 * How the technology of two dossiers differs, by the stable ids of lines and machines. A path leads to a field
 * (`lines[l1].origin`) or, for what is new or gone, to the whole item (`equipment[m2]`).
 */
export function technologyDifference(before: TechnologyFacts, after: TechnologyFacts): FactChange[] {
  return factsDifference(judged(before), judged(after)).map(({ path, ...change }) => ({
    path: path.replace(/^(lines|equipment)\.([^.]+)/, '$1[$2]'),
    ...change,
  }));
}
