import { type PackFault, type PackFile } from '../pack.types.js';
import { CLOCKS_SCHEMA } from './clocks.schema.js';
import { COUNCILS_SCHEMA } from './councils.schema.js';
import {
  CALENDAR_SCHEMA,
  CASES_SCHEMA,
  CHECKLIST_SCHEMA,
  CRITERIA_SCHEMA,
  LIST_VERSIONS_SCHEMA,
  MODEL_SCHEMA,
  PROCEDURE_DIFFERENCE_SCHEMA,
  PROCEDURE_SCHEMA,
  RULES_SCHEMA,
} from './content.schema.js';
import { expandProcedures, saysDifference } from './expand-procedures.js';
import { LIST_ROW_SCHEMA } from './list-row.schema.js';
import { emptyContent, type PackContent, type Places } from './pack-content.js';
import { parseJson, parseListCsv, parseYaml } from './parse-file.js';
import { type Schema } from './schema-words.js';
import { schemaFaults } from './validate.js';

/** One item of a pack on its way into the content, with its place. */
interface Item {
  place: string;
  value: object;
}
type Read = { items: Item[]; faults: PackFault[] };
interface Reader {
  matches: RegExp;
  into: keyof PackContent;
  read: (file: PackFile) => Read;
}
const parsed = (file: PackFile) => (file.path.endsWith('.json') ? parseJson(file) : parseYaml(file));
const refused = (faults: PackFault[]): Read => ({ items: [], faults });
const baseName = (path: string): string => path.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');

/** A file that is one list of items. */
const listFile =
  (schema: Schema) =>
  (file: PackFile): Read => {
    const { value, faults } = parsed(file);
    const all = faults.length > 0 ? faults : schemaFaults(schema, value, file.path);
    if (all.length > 0) return refused(all);
    return {
      items: (value as object[]).map((item, index) => ({ place: `/${index}`, value: item })),
      faults: [],
    };
  };
/** A file that is one item; `shape` makes the stored form of it. */
const itemFile =
  (
    schemaOf: (document: unknown) => Schema,
    shape: (document: Record<string, unknown>, path: string) => object,
  ) =>
  (file: PackFile): Read => {
    const { value, faults } = parsed(file);
    const all = faults.length > 0 ? faults : schemaFaults(schemaOf(value), value, file.path);
    if (all.length > 0) return refused(all);
    return { items: [{ place: '', value: shape(value as Record<string, unknown>, file.path) }], faults: [] };
  };

function readCases(file: PackFile): Read {
  const { value, faults } = parseJson(file);
  if (faults.length > 0) return refused(faults);
  const single = !Array.isArray(value);
  const list = (single ? [value] : value) as object[];
  const found = schemaFaults(CASES_SCHEMA, list, file.path);
  if (found.length > 0)
    return refused(single ? found.map((f) => ({ ...f, place: f.place.replace(/^\/0/, '') })) : found);
  const items = list.map((item, index) => ({
    place: single ? '' : `/${index}`,
    value: { ...item, file: file.path },
  }));
  return { items, faults: [] };
}

/** Faults of one row name the line and the column instead of a pointer. */
function readListRows(file: PackFile): Read {
  const { value, faults } = parseListCsv(file);
  if (value === undefined) return refused(faults);
  const found = value.flatMap(({ line, cells }) =>
    schemaFaults(LIST_ROW_SCHEMA, cells, file.path).map((fault) => ({
      ...fault,
      place: `line ${line}, column ${fault.place.split('/')[1] ?? ''}`,
    })),
  );
  if (found.length > 0) return refused(found);
  return { items: value.map(({ line, cells }) => ({ place: `line ${line}`, value: cells })), faults: [] };
}

const READERS: Reader[] = [
  { matches: /^clocks\.yaml$/, into: 'clocks', read: listFile(CLOCKS_SCHEMA) },
  { matches: /^checklists\.yaml$/, into: 'checklist', read: listFile(CHECKLIST_SCHEMA) },
  { matches: /^councils\.yaml$/, into: 'councils', read: listFile(COUNCILS_SCHEMA) },
  { matches: /^rules\.yaml$/, into: 'rules', read: listFile(RULES_SCHEMA) },
  { matches: /^calendar\.yaml$/, into: 'calendar', read: listFile(CALENDAR_SCHEMA) },
  { matches: /^lists\/versions\.yaml$/, into: 'listVersions', read: listFile(LIST_VERSIONS_SCHEMA) },
  { matches: /^lists\/[a-z0-9-]+\.csv$/, into: 'listRows', read: readListRows },
  {
    matches: /^criteria\/[a-z0-9-]+\.yaml$/,
    into: 'criteria',
    read: itemFile(
      () => CRITERIA_SCHEMA,
      (sheet) => sheet,
    ),
  },
  {
    matches: /^procedures\/[a-z-]+\.json$/,
    into: 'procedures',
    read: itemFile(
      (document) => (saysDifference(document) ? PROCEDURE_DIFFERENCE_SCHEMA : PROCEDURE_SCHEMA),
      (definition, file) => ({
        id: definition['id'],
        version: definition['version'],
        file,
        definition,
      }),
    ),
  },
  {
    matches: /^screening\/[a-z0-9-]+\.json$/,
    into: 'models',
    read: itemFile(
      () => MODEL_SCHEMA,
      (content, file) => ({ id: baseName(file), file, content }),
    ),
  },
  { matches: /^cases\/[a-z0-9-]+\.json$/, into: 'cases', read: readCases },
];

const unknownFile = (path: string): PackFault => ({
  file: path,
  place: '',
  code: 'unknown_file',
  reason: 'a pack has no such file',
});

/**
 * Reads every file of a pack but its manifest.
 * Out: the content with the place of each item, and all faults; with faults the content is not to be used.
 */
export function readContent(
  files: PackFile[],
  places: Places,
): { content: PackContent; faults: PackFault[] } {
  const content = emptyContent();
  const faults: PackFault[] = [];
  for (const file of files) {
    const reader = READERS.find((candidate) => candidate.matches.test(file.path));
    const { items, faults: found } = reader?.read(file) ?? refused([unknownFile(file.path)]);
    faults.push(...found);
    for (const { place, value } of items) {
      places.set(value, file.path, place);
      (content[reader?.into ?? 'cases'] as object[]).push(value);
    }
  }
  return { content, faults: [...faults, ...expandProcedures(content.procedures, places)] };
}
