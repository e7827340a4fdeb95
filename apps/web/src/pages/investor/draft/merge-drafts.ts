import {
  type Draft,
  isFlat,
  type Place,
  type Row,
  rowId,
  same,
  SECTIONS,
  type Section,
} from './draft.types.js';

/** One value that both changed, differently: a person has to choose. */
export interface Clash extends Place {
  mine: unknown;
  theirs: unknown;
}
export interface Merged {
  /** Both sets of changes together; where they clash, mine. */
  draft: Draft;
  clashes: Clash[];
}

/** Brings my changes and theirs together, field by field: what only one side changed is taken from that side. */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merged {
  const clashes: Clash[] = [];
  const note = (clash: Clash) => clashes.push(clash);
  const merged = Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      isFlat(section)
        ? // A source belongs to its value: where that clashes, the choice is made for both.
          mergeRow({ section, id: null }, base[section], mine[section], theirs[section], (clash) =>
            section === 'sources' ? undefined : note(clash),
          )
        : mergeRows(section, base[section], mine[section], theirs[section], note),
    ]),
  );
  return { draft: merged as unknown as Draft, clashes };
}

type Note = (clash: Clash) => unknown;

function mergeRow(at: Omit<Place, 'field'>, base: Row, mine: Row, theirs: Row, note: Note): Row {
  if (same(base, theirs)) return mine;
  const merged: Row = {};
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, own, other] = [base[field], mine[field], theirs[field]];
    const bothDiffer = !same(own, was) && !same(other, was) && !same(own, other);
    if (bothDiffer) note({ ...at, field, mine: own, theirs: other });
    const value = same(own, was) ? other : own;
    if (value !== undefined) merged[field] = value;
  }
  return merged;
}

const byId = (rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row, index) => [rowId(row, index), row]));

/** My order; rows that the others added come after it. */
function mergeRows(section: Section, base: Row[], mine: Row[], theirs: Row[], note: Note): Row[] {
  if (same(base, theirs)) return mine;
  const [was, own, other] = [byId(base), byId(mine), byId(theirs)];
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((id) => {
    const row = mergedRow({ section, id }, was.get(id), own.get(id), other.get(id), note);
    return row === undefined ? [] : [row];
  });
}

function mergedRow(
  at: Omit<Place, 'field'>,
  was: Row | undefined,
  own: Row | undefined,
  other: Row | undefined,
  note: Note,
): Row | undefined {
  if (own && other) return mergeRow(at, was ?? {}, own, other, note);
  const left = own ?? other;
  // New on one side, or taken out on one side and untouched on the other.
  if (was === undefined) return left;
  if (same(left, was)) return undefined;
  note({ ...at, field: null, mine: own, theirs: other });
  return own;
}
