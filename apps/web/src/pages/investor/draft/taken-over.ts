import { type Draft, type Place, type Row, rowId, same } from './draft.types.js';

/** Values that a copy took over, by path: `lines[l-1].efficiencyPct`. */
export type TakenOver = Readonly<Record<string, unknown>>;

/** The path of a value of a line or machine. */
export const pathOf = ({ section, id, field }: Place): string => `${section}[${id}].${field}`;

/** What of a row still is as it was taken over; rows that did not change are not looked at again. */
function oldFields(row: Row, path: string, values: TakenOver, known: WeakMap<Row, string[]>): string[] {
  const found =
    known.get(row) ??
    Object.keys(row).filter((field) => {
      const name = `${path}.${field}`;
      return Object.hasOwn(values, name) && same(values[name], row[field]);
    });
  known.set(row, found);
  return found;
}

/** Finds the values of a draft that were taken over and that nobody has changed or confirmed since, in their order. */
export function takenOverFinder(
  values: TakenOver,
): (draft: Draft, confirmed: ReadonlySet<string>) => Place[] {
  const known = new WeakMap<Row, string[]>();
  return (draft, confirmed) =>
    (['lines', 'equipment'] as const).flatMap((section) =>
      draft[section].flatMap((row, index) => {
        const id = rowId(row, index);
        return oldFields(row, `${section}[${id}]`, values, known)
          .map((field) => ({ section, id, field }))
          .filter((place) => !confirmed.has(pathOf(place)));
      }),
    );
}
