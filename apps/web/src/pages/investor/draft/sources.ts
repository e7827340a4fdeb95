import {
  type Draft,
  isFlat,
  type Place,
  type Row,
  rowId,
  same,
  withField,
  withValue,
} from './draft.types.js';
import { pathOf } from './taken-over.js';

/** From which document of the dossier, and which page of it, a value was read. */
export interface ReadFrom {
  documentId: string;
  page?: number;
}
const SOURCED = ['project', 'lines', 'equipment'] as const;

/** The path by which the source of a value is known: `project.name`, `lines[l-1].trl`. */
export const sourcePath = (place: Place): string =>
  place.section === 'project' ? `project.${place.field}` : pathOf(place);
const rowOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));

interface ChangedRow {
  at: Omit<Place, 'field'>;
  was: Row;
  is: Row;
}
/** The rows of a draft that are new or changed. */
function changedRows(before: Draft, after: Draft): ChangedRow[] {
  return SOURCED.flatMap((section): ChangedRow[] => {
    if (before[section] === after[section]) return [];
    if (isFlat(section)) return [{ at: { section, id: null }, was: before[section], is: after[section] }];
    const known = new Map(before[section].map((row, index) => [rowId(row, index), row]));
    return after[section].flatMap((row, index) => {
      const id = rowId(row, index);
      const was = known.get(id);
      return was === row ? [] : [{ at: { section, id }, was: was ?? {}, is: row }];
    });
  });
}

/**
 * A changed draft in which each value that was entered says where it was read. What the change itself says of a source
 * stays: whatever was put back comes with its own.
 */
export function withSources(before: Draft, after: Draft, source: ReadFrom | null): Draft {
  const sources = changedRows(before, after).reduce((known, { at, was, is }) => {
    const fields = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...fields].reduce((kept, field) => {
      const path = sourcePath({ ...at, field });
      if (field === 'id' || same(was[field], is[field])) return kept;
      if (is[field] === undefined) return withField(kept, path, undefined);
      const isOwn = after.sources[path] !== undefined && after.sources[path] !== before.sources[path];
      return isOwn || source === null ? kept : withField(kept, path, source);
    }, known);
  }, after.sources);
  return sources === after.sources ? after : { ...after, sources };
}

/** The sources that still name something: those of rows that were taken out do not. */
export function standingSources(draft: Draft): Row {
  const rows = new Set([
    'project',
    ...(['lines', 'equipment'] as const).flatMap((section) =>
      draft[section].map((row, index) => `${section}[${rowId(row, index)}]`),
    ),
  ]);
  return Object.fromEntries(Object.entries(draft.sources).filter(([path]) => rows.has(rowOf(path))));
}

/** The draft with the source that another version has for a value. */
export const withSourceOf = (other: Draft, place: Place, draft: Draft): Draft => {
  if (place.field === null || place.section === 'sources') return draft;
  const field = sourcePath(place);
  return same(draft.sources[field], other.sources[field])
    ? draft
    : withValue(draft, { section: 'sources', id: null, field }, other.sources[field]);
};
