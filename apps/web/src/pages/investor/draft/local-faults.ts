import { isCountryCode } from '#contracts';
import { todayHere } from '../../../format/format.js';
import { isUnsureCountry } from '../fields/countries.js';
import { type FieldKind, type FieldName, fieldKind, FIELDS } from '../fields/field.types.js';
import { certificateFault, listFault } from '../fields/listed-values.js';
import { type Draft, type Place, type Row, rowId, textOf, type ValueFault } from './draft.types.js';

type Fault = Pick<ValueFault, 'code' | 'params'>;
const BAD_CHAPTERS = ['00', '77', '98', '99'];
const MOST_PERCENT = 1000;

function hsFault(code: string): Fault | null {
  const digits = code.replace(/[.\s]/g, '');
  if (!/^(\d{4}|\d{6}|\d{8})$/.test(digits)) return { code: 'hs_digits' };
  return BAD_CHAPTERS.includes(digits.slice(0, 2)) ? { code: 'hs_chapter' } : null;
}

function textFault(value: unknown, kind: Extract<FieldKind, { kind: 'text' }>): Fault | null {
  if (typeof value !== 'string') return { code: 'no_text' };
  if (value.length > kind.max) return { code: 'too_long', params: { max: String(kind.max) } };
  if (kind.form === 'hs') return hsFault(value);
  return kind.form === 'vsic' && !/^[A-U]?\d{0,5}$/.test(value) ? { code: 'bad_vsic' } : null;
}

function numberFault(value: unknown, min: number, max: number, decimals: number): Fault | null {
  if (typeof value !== 'number') return { code: 'no_number' };
  if (value < min || value > max)
    return { code: 'out_of_range', params: { min: String(min), max: String(max) } };
  if (Number(value.toFixed(decimals)) === value) return null;
  return decimals === 0
    ? { code: 'not_whole' }
    : { code: 'too_many_decimals', params: { decimals: String(decimals) } };
}

function countryFault(value: unknown): Fault | null {
  if (typeof value !== 'string') return { code: 'no_text' };
  if (isCountryCode(value)) return null;
  return { code: isUnsureCountry(value) ? 'unsure_country' : 'bad_country' };
}
function percentageFault(value: unknown): Fault | null {
  const { value: number, uncertainty = 0 } = value as Row;
  return numberFault(number, 0, MOST_PERCENT, 6) ?? numberFault(uncertainty, 0, MOST_PERCENT, 6);
}
function amountFault(value: unknown): Fault | null {
  const { value: number, unit } = value as Row;
  if (typeof unit !== 'string' || unit.trim() === '') return { code: 'no_unit' };
  return numberFault(number, 0, 1e12, 6);
}

/** What is wrong with one value as it stands; null when it can be saved. */
export function valueFault(value: unknown, kind: FieldKind): Fault | null {
  if (value === undefined) return null;
  switch (kind.kind) {
    case 'text':
      return textFault(value, kind);
    case 'number':
      return numberFault(value, kind.min, kind.max, kind.decimals);
    case 'percentage':
      return percentageFault(value);
    case 'amount':
      return amountFault(value);
    case 'choice':
      return kind.values.some((one) => one === value) ? null : { code: 'no_choice' };
    case 'country':
      return countryFault(value);
    case 'texts':
      return (value as string[]).some((one) => one.length > kind.max)
        ? { code: 'too_long', params: { max: String(kind.max) } }
        : null;
    case 'results':
    case 'sites':
      return listFault(kind.kind, value);
    case 'certificate':
      return certificateFault(value, todayHere());
    case 'flag':
    case 'line':
      return null;
  }
}

function yearFaults(row: Row, year: number): Partial<Record<string, Fault>> {
  const { yearMade, plannedArrivalYear } = row;
  if (typeof yearMade !== 'number') return {};
  if (yearMade > year) return { yearMade: { code: 'year_in_future', params: { year: String(year) } } };
  const reversed = typeof plannedArrivalYear === 'number' && plannedArrivalYear < yearMade;
  return reversed ? { plannedArrivalYear: { code: 'arrival_before_made' } } : {};
}

const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

/** The faults of a row (or of the project), by field. */
export function rowFaults(
  row: Row,
  { project = false, year = Number(todayHere().slice(0, 4)) } = {},
): Partial<Record<string, Fault>> {
  const faults: Partial<Record<string, Fault>> = yearFaults(row, year);
  for (const [name, value] of Object.entries(row)) {
    const field = project && name === 'name' ? 'projectName' : name;
    const fault = isField(field) ? valueFault(value, fieldKind(field)) : null;
    if (fault) faults[name] = fault;
  }
  return faults;
}

const placed = (at: Omit<Place, 'field'>, faults: Partial<Record<string, Fault>>): ValueFault[] =>
  Object.entries(faults).flatMap(([field, fault]) => (fault ? [{ ...at, field, ...fault }] : []));

const checked = new WeakMap<object, ValueFault[]>();
/** Rows that did not change are not looked at again: a list may have 2000 of them. */
function once(row: Row, faults: () => ValueFault[]): ValueFault[] {
  const known = checked.get(row) ?? faults();
  checked.set(row, known);
  return known;
}

/** All values of a draft that the API would refuse, as far as that is known without asking it. */
export function localFaults(draft: Draft): ValueFault[] {
  const project = placed({ section: 'project', id: null }, rowFaults(draft.project, { project: true }));
  const rows = (['lines', 'equipment'] as const).flatMap((section) =>
    draft[section].flatMap((row, index) =>
      once(row, () => placed({ section, id: rowId(row, index) }, rowFaults(row))),
    ),
  );
  const ids = new Set(draft.lines.map(({ id }) => id));
  const strayed = draft.equipment.flatMap((row, index) =>
    row['lineRef'] !== undefined && !ids.has(row['lineRef'])
      ? [{ section: 'equipment' as const, id: rowId(row, index), field: 'lineRef', code: 'no_such_line' }]
      : [],
  );
  const days = draft.evidence.flatMap((row, index) =>
    textOf(row['issuedOn']) > todayHere()
      ? [{ section: 'evidence' as const, id: rowId(row, index), field: 'issuedOn', code: 'issued_in_future' }]
      : [],
  );
  return [...project, ...rows, ...strayed, ...days];
}
