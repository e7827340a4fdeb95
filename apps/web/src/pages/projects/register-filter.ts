import {
  CAPITAL_ORIGINS,
  DATE_BASES,
  FOLLOWED,
  PROJECT_AUTHORITIES,
  PROJECT_SOURCES,
  PROJECT_STANDINGS,
} from '#contracts';

/** Conditions in the address, by the names that the API has for them: a query that a figure carries is an address here. */
export const FILTERS = [
  'q',
  'standing',
  'followed',
  'late',
  'awaiting',
  'duplicates',
  'sector',
  'division',
  'capitalOrigin',
  'authority',
  'commune',
  'source',
  'taxCode',
  'import',
  'dateBasis',
  'from',
  'to',
  'undated',
] as const;
export type FilterName = (typeof FILTERS)[number];
export const SORTS = ['registeredOn', 'name', 'investorName', 'capitalVnd', 'updatedAt'] as const;
export type SortKey = (typeof SORTS)[number];
export type Conditions = Partial<Record<FilterName, readonly string[]>>;
export interface RegisterFilter {
  conditions: Conditions;
  sort: SortKey;
  descending: boolean;
}
const USUAL = { sort: 'registeredOn', descending: true } as const;
const FLAG = ['true', 'false'];
/** Words of closed lists; other values go to the API as they are, which refuses them by name. */
const WORDS: Partial<Record<FilterName, readonly string[]>> = {
  standing: PROJECT_STANDINGS,
  followed: FOLLOWED,
  late: FLAG,
  undated: FLAG,
  duplicates: ['true'],
  awaiting: ['match', 'exemption'],
  capitalOrigin: [...CAPITAL_ORIGINS, 'none'],
  authority: [...PROJECT_AUTHORITIES, 'none'],
  source: PROJECT_SOURCES,
  dateBasis: DATE_BASES,
};

/** The filter of an address; words that nobody knows are passed over. */
export function readFilter(params: URLSearchParams): RegisterFilter {
  const conditions: Conditions = {};
  for (const name of FILTERS) {
    const values = params
      .getAll(name)
      .filter((value) => value !== '' && (WORDS[name]?.includes(value) ?? true));
    if (values.length > 0) conditions[name] = values;
  }
  const sort = params.get('sort') ?? '';
  const key = SORTS.find((known) => known === sort.replace(/^-/, ''));
  return key === undefined
    ? { conditions, ...USUAL }
    : { conditions, sort: key, descending: sort.startsWith('-') };
}

const orderOf = ({ sort, descending }: RegisterFilter): string => (descending ? `-${sort}` : sort);

/** The query of the API, and of an export, under a filter. */
export function queryOf(filter: RegisterFilter): Record<string, string | string[]> {
  const conditions = Object.entries(filter.conditions).map(([name, values]) => [name, [...values]]);
  return { ...(Object.fromEntries(conditions) as Record<string, string[]>), sort: orderOf(filter) };
}

/** The address of a filter; the usual order is left out. */
export function writeFilter(filter: RegisterFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of FILTERS) for (const value of filter.conditions[name] ?? []) params.append(name, value);
  if (orderOf(filter) !== orderOf({ ...filter, ...USUAL })) params.set('sort', orderOf(filter));
  return params;
}

/** The filter with other values of one condition; none take it away. */
export function withValues(
  filter: RegisterFilter,
  name: FilterName,
  values: readonly string[],
): RegisterFilter {
  const { [name]: _before, ...others } = filter.conditions;
  const kept = values.filter((value) => value !== '');
  return { ...filter, conditions: kept.length === 0 ? others : { ...others, [name]: kept } };
}
export const withoutConditions = (filter: RegisterFilter, ...names: FilterName[]): RegisterFilter =>
  names.reduce((left, name) => withValues(left, name, []), filter);

/** The conditions that are set; which day a period means is none by itself. */
export const conditionsSet = ({ conditions }: RegisterFilter): FilterName[] =>
  FILTERS.filter((name) => name !== 'dateBasis' && conditions[name] !== undefined);

/** The year that the period of a filter is exactly, or an empty text. */
export function yearOf({ conditions: { from, to } }: RegisterFilter): string {
  const [year] = (from?.[0] ?? '').split('-');
  return year !== undefined && from?.[0] === `${year}-01-01` && to?.[0] === `${year}-12-31` ? year : '';
}
export const withYear = (filter: RegisterFilter, year: string): RegisterFilter =>
  withValues(
    withValues(filter, 'from', year === '' ? [] : [`${year}-01-01`]),
    'to',
    year === '' ? [] : [`${year}-12-31`],
  );
