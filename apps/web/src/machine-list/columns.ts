import { type FieldName, MACHINE_COLUMNS, MACHINE_MEASURES } from '../pages/investor/fields/field.types.js';
import { bareText } from '../format/bare-text.js';

export const IMPORT_FIELDS = [...MACHINE_COLUMNS, ...MACHINE_MEASURES];
export type ImportField = (typeof IMPORT_FIELDS)[number] & FieldName;
/** The column of each field, counted from 0; absent: not in the file. */
export type Mapping = Partial<Record<ImportField, number>>;

/** What headings of machine lists say, without accents; the longest that fits wins. */
const WORDS: Record<ImportField, string[]> = {
  name: [
    'ten may',
    'ten thiet bi',
    'ten may moc',
    'may moc',
    'thiet bi',
    'machine',
    'equipment',
    'name',
    'ten',
  ],
  hsCode: ['ma hs', 'hs code', 'ma so hs', 'hs'],
  condition: ['tinh trang', 'moi/cu', 'condition', 'chat luong'],
  acquisition: ['nguon mua', 'nguon goc mua', 'nhap khau/trong nuoc', 'acquisition', 'nguon'],
  yearMade: ['nam san xuat', 'nam che tao', 'nam sx', 'year made', 'year of manufacture', 'nam'],
  plannedArrivalYear: [
    'nam du kien nhap',
    'nam nhap khau',
    'nam ve viet nam',
    'nam nhap',
    'arrival',
    'nam ve',
    'nam du kien',
  ],
  country: ['nuoc san xuat', 'xuat xu', 'quoc gia', 'country', 'origin', 'nuoc sx', 'nuoc'],
  maker: ['hang san xuat', 'nha san xuat', 'hang sx', 'manufacturer', 'maker', 'hang'],
  lineRef: ['day chuyen', 'thuoc day chuyen', 'line'],
  remainingCapacityPct: ['cong suat con lai', 'remaining capacity', 'con lai'],
  efficiencyPct: ['hieu suat', 'efficiency'],
  consumptionOverDesignPct: ['tieu hao', 'consumption'],
  standards: ['tieu chuan', 'quy chuan', 'standard'],
};
const HEADER_WITHIN = 20;
const ENOUGH = 2;

/** How well a heading says a field: 0 not at all, else the length of the words that say it. */
function likeness(heading: string, field: ImportField): number {
  const bare = bareText(heading).replaceAll(/\s+/g, ' ');
  const fitting = WORDS[field].filter(
    (word) => bare === word || bare.startsWith(`${word} `) || (word.length > 4 && bare.includes(word)),
  );
  return Math.max(0, ...fitting.map((word) => (bare === word ? 100 : 0) + word.length));
}

/** The fields that headings speak of, each column once and each field once, best first. */
export function mappingOf(headings: readonly string[]): Mapping {
  const pairs = headings.flatMap((heading, column) =>
    IMPORT_FIELDS.map((field) => ({ field, column, score: likeness(heading, field) })).filter(
      ({ score }) => score > 0,
    ),
  );
  const mapping: Mapping = {};
  for (const { field, column } of pairs.sort((a, b) => b.score - a.score))
    if (mapping[field] === undefined && !Object.values(mapping).includes(column)) mapping[field] = column;
  return mapping;
}

export interface Layout {
  /** Number of the row of headings, from 0; -1 when there is none. */
  header: number;
  mapping: Mapping;
  /** Rows with a name alone are machines too: somebody said so. */
  takesNames?: boolean;
}

/** Finds the headings near the top; without any, columns are read in the order of our table. */
export function layoutOf(rows: readonly string[][]): Layout {
  const found = rows.slice(0, HEADER_WITHIN).map((row, header) => ({ header, mapping: mappingOf(row) }));
  const best = found.sort((a, b) => Object.keys(b.mapping).length - Object.keys(a.mapping).length)[0];
  if (best && Object.keys(best.mapping).length >= ENOUGH) return best;
  const width = Math.max(0, ...rows.slice(0, HEADER_WITHIN).map((row) => row.length));
  return {
    header: -1,
    mapping: Object.fromEntries(MACHINE_COLUMNS.slice(0, width).map((field, column) => [field, column])),
  };
}
