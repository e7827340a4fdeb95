import { CAPITAL_ORIGINS, type NewProject, PROJECT_AUTHORITIES, PROJECT_GROUPS } from '#contracts';
import { type CivilDate, isCivilDate } from '#kernel';

/** A fault of one field of a project: JSON pointer and code of the rule. */
export interface ProjectFault {
  pointer: string;
  code: string;
}
/** One thousand trillion đồng. */
export const CAPITAL_AT_MOST = 1e15;
/** No register of investment projects is older than the first law on foreign investment. */
const FIRST_YEAR = 1987;

/** What is wrong with a day on which something happened to a project, or null. */
export function dayFault(day: string, today: CivilDate): string | null {
  if (!isCivilDate(day)) return 'is_civil_date';
  if (day > today) return 'in_future';
  return Number(day.slice(0, 4)) < FIRST_YEAR ? 'too_early' : null;
}

/** What somebody says of a project; what every project has may be missing, and is then a fault. */
export type ToldProject = Omit<NewProject, 'name' | 'investorName'> &
  Record<'name' | 'investorName', string | null>;
type Rule = (project: ToldProject, today: CivilDate) => string | null;
type Field = keyof NewProject;

const text =
  (field: Field, min: number, max: number, required = false): Rule =>
  (project) => {
    const value = project[field];
    if (value === null) return required ? 'required' : null;
    if (typeof value !== 'string') return 'is_string';
    const length = value.trim().length;
    if (length < min) return length === 0 ? 'required' : 'min_length';
    return value.length > max ? 'max_length' : null;
  };
const matching =
  (field: Field, pattern: RegExp): Rule =>
  (project) =>
    project[field] === null || pattern.test(String(project[field])) ? null : 'matches';
const oneOf =
  (field: Field, values: readonly string[]): Rule =>
  (project) =>
    project[field] === null || values.includes(String(project[field])) ? null : 'is_in';
const day =
  (field: Field): Rule =>
  (project, today) => {
    const value = project[field];
    return value === null ? null : dayFault(String(value), today);
  };
const capital: Rule = ({ capitalVnd }) => {
  if (capitalVnd === null) return null;
  if (!Number.isInteger(capitalVnd)) return 'is_int';
  if (capitalVnd < 0) return 'min';
  return capitalVnd > CAPITAL_AT_MOST ? 'max' : null;
};
const certificate: Rule = ({ certificateNumber, certificateOn }) =>
  certificateNumber !== null && certificateOn === null ? 'required' : null;

const RULES: readonly (readonly [Field, ...Rule[]])[] = [
  ['name', text('name', 3, 500, true)],
  ['investorName', text('investorName', 2, 300, true)],
  ['investorTaxCode', matching('investorTaxCode', /^[0-9]{10}(-[0-9]{3})?$/)],
  ['projectAuthority', oneOf('projectAuthority', PROJECT_AUTHORITIES)],
  ['agencyName', text('agencyName', 1, 300)],
  ['sectorVsic', matching('sectorVsic', /^([A-U]|[A-U]?[0-9]{2,5})$/)],
  ['capitalVnd', capital],
  ['capitalOrigin', oneOf('capitalOrigin', CAPITAL_ORIGINS)],
  ['investorCountry', matching('investorCountry', /^[A-Z]{2}$/)],
  ['communeCode', matching('communeCode', /^[0-9]{5}$/)],
  ['projectGroup', oneOf('projectGroup', PROJECT_GROUPS)],
  ['registeredOn', day('registeredOn')],
  ['policyDecidedOn', day('policyDecidedOn')],
  ['certificateNumber', text('certificateNumber', 1, 100)],
  ['certificateOn', day('certificateOn'), certificate],
  ['sourceText', text('sourceText', 1, 500)],
];

/** What is wrong with a project, one fault a field at most; `today` bounds its dates. */
export function projectFaults(project: ToldProject, today: CivilDate): ProjectFault[] {
  return RULES.flatMap(([field, ...rules]) => {
    const code = rules.map((rule) => rule(project, today)).find((found) => found !== null);
    return code === undefined || code === null ? [] : [{ pointer: `/${field}`, code }];
  });
}
