/** Sections of the technology facts that a person edits; each is saved as a whole. */
export const SECTIONS = ['project', 'lines', 'equipment', 'evidence', 'papers', 'sources'] as const;
export type Section = (typeof SECTIONS)[number];
/** Sections that are one row; the others are lists of rows. */
export const isFlat = (section: Section): section is 'project' | 'sources' =>
  section === 'project' || section === 'sources';

/**
 * One line, machine, piece of evidence or paper as it is being entered: a value may still be text that is no number yet,
 * so that nothing that was typed is lost. Absent means unknown.
 */
export type Row = Record<string, unknown>;
export interface Draft {
  project: Row;
  lines: Row[];
  equipment: Row[];
  evidence: Row[];
  papers: Row[];
  /** From which document and page a value was read, by the path of the value. */
  sources: Row;
}
/** Where a value stands: `id` is null for the project and for sources, `field` is null for a whole row or section. */
export interface Place {
  section: Section;
  id: string | null;
  field: string | null;
}
/** A value that cannot be saved as it stands. */
export interface ValueFault extends Place {
  /** What is wrong, as a key of the catalogue or as the sentence of the API. */
  code: string;
  message?: string;
  params?: Record<string, string>;
}

/** The id by which a row is known in both versions of a list. */
export const rowId = (row: Row, index: number): string => {
  const { id, item, documentId } = row as { id?: string; item?: string; documentId?: string };
  return id ?? (item === undefined ? `#${index}` : `${item} ${documentId ?? ''}`);
};

/** A value as text; nothing is an empty text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === undefined || value === null ? '' : JSON.stringify(value);
}
/** By what a person knows a line, machine or paper. */
export const nameOfRow = ({ name, technologyName, number }: Row, unnamed: string): string =>
  textOf(name ?? technologyName ?? number) || unnamed;

/** Facts of the API as a draft; sections that are not there are empty. */
export const draftOf = (facts: Partial<Record<Section, unknown>>): Draft => ({
  project: (facts.project as Row | undefined) ?? {},
  lines: (facts.lines as Row[] | undefined) ?? [],
  equipment: (facts.equipment as Row[] | undefined) ?? [],
  evidence: (facts.evidence as Row[] | undefined) ?? [],
  papers: (facts.papers as Row[] | undefined) ?? [],
  sources: (facts.sources as Row | undefined) ?? {},
});

/** The value at a place; undefined where there is none. */
export function valueAt(draft: Draft, { section, id, field }: Place): unknown {
  if (isFlat(section)) return field === null ? draft[section] : draft[section][field];
  if (id === null) return draft[section];
  const row = draft[section].find((one, index) => rowId(one, index) === id);
  return field === null ? row : row?.[field];
}

/** Sets or, with undefined, takes out one field of a row. */
export function withField(row: Row, field: string, value: unknown): Row {
  const { [field]: _before, ...rest } = row;
  return value === undefined ? rest : { ...rest, [field]: value };
}

/** A copy of the draft with another value at a place: a field, a whole row (undefined: without it) or a section. */
export function withValue(draft: Draft, { section, id, field }: Place, value: unknown): Draft {
  if (isFlat(section)) {
    const row = field === null ? ((value as Row | undefined) ?? {}) : withField(draft[section], field, value);
    return { ...draft, [section]: row };
  }
  const rows = draft[section];
  if (id === null) return { ...draft, [section]: (value as Row[] | undefined) ?? [] };
  if (field === null) return { ...draft, [section]: withRow(rows, id, value as Row | undefined) };
  const changed = rows.map((row, index) => (rowId(row, index) === id ? withField(row, field, value) : row));
  return { ...draft, [section]: changed };
}

function withRow(rows: Row[], id: string, row: Row | undefined): Row[] {
  const at = rows.findIndex((one, index) => rowId(one, index) === id);
  if (row === undefined) return rows.filter((_, index) => index !== at);
  return at < 0 ? [...rows, row] : rows.map((one, index) => (index === at ? row : one));
}

/** Whether two values say the same, whatever the order of their fields. */
export const same = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';
