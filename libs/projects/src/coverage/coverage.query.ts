import { COVERAGE_GROUPINGS, type CoverageGrouping, type DateBasis, PROJECT_STANDINGS } from '#contracts';
import { type Tx } from '#database';
import { invalidQuery, QueryReader, type RawQuery } from '#dossiers';
import { periodDays, type PeriodGrouping } from '../domain/period.js';
import { type Ratio, ratioOf } from '../domain/ratio.js';
import { DAY, DIVISION, projectConditions } from '../list/project-conditions.js';
import { FILTER_NAMES, filterQuery, type ProjectFilter, readFilter } from '../list/project-filter.js';
import { ANSWERED_LATE, STANDING, STANDING_JOINS } from '../standing/standing.sql.js';

/** A number and the query string that lists exactly these projects. */
export interface CountedList {
  count: number;
  query: string;
}
/** `covered`: answered or not subject. It and `late` cut across the standings, which add up to `all`. */
type Figure = 'all' | (typeof PROJECT_STANDINGS)[number] | 'late' | 'covered';
export interface CoverageRow {
  /** `2026-03`, `2026-Q1`, `2026`, a division or letter of VSIC, a code; `none` where it is unknown; null for the whole. */
  key: string | null;
  figures: Record<Figure, CountedList>;
  /** Covered / all; null where there is no project. */
  ratio: Ratio | null;
}
export interface Coverage {
  by: CoverageGrouping | null;
  /** Which day of a project the period means: its registration, or the authority's decision. */
  dateBasis: DateBasis;
  from: string | null;
  to: string | null;
  /** Always the same word: figures count what the reader may see and never say whether there is more. */
  scope: 'visible_to_reader';
  rows: CoverageRow[];
  total: CoverageRow;
  /** Projects that a period leaves out because the day is unknown; null where no period was asked for. */
  undated: CountedList | null;
}
export interface CoverageQuery extends ProjectFilter {
  by: CoverageGrouping | null;
}

const FIGURES: readonly Figure[] = ['all', ...PROJECT_STANDINGS, 'late', 'covered'];
/** On these nothing is owed any more. */
const COVERED = ['answered', 'not_subject'] as const satisfies readonly (typeof PROJECT_STANDINGS)[number][];
const KNOWN = new Set<string>(
  [...FILTER_NAMES, 'by'].filter((name) => !['standing', 'late', 'undated'].includes(name)),
);

const OF_REFUSALS = new Set([...KNOWN].filter((name) => name !== 'by' && name !== 'followed'));

/** Reads a question about refusals: a filter as for coverage, without what it answers and without a grouping. */
export const parseRefusalsQuery = (raw: RawQuery): ProjectFilter =>
  readFilter(new QueryReader(raw, OF_REFUSALS));

/** Reads a question about coverage: a filter of the register but for the standing, and a grouping. */
export function parseCoverageQuery(raw: RawQuery): CoverageQuery {
  const reader = new QueryReader(raw, KNOWN);
  const by = reader.single('by');
  if (by !== null && !COVERAGE_GROUPINGS.some((word) => word === by))
    invalidQuery('by', COVERAGE_GROUPINGS.join('|'));
  return { ...readFilter(reader), by: by as CoverageGrouping | null };
}

const keyOf = (by: CoverageGrouping, basis: DateBasis): string => {
  const day = DAY[basis];
  const keys: Record<CoverageGrouping, string> = {
    month: `to_char(${day}, 'YYYY-MM')`,
    quarter: `to_char(${day}, 'YYYY-"Q"Q')`,
    year: `to_char(${day}, 'YYYY')`,
    sector: DIVISION,
    capitalOrigin: 'p.capital_origin',
    commune: 'p.commune_code',
    authority: 'p.project_authority',
  };
  return `coalesce(${keys[by]}, 'none')`;
};

type Counts = { key: string | null; whole: number } & Record<Figure, number>;

/** How many of the projects are appraised: one pass over the register, grouped, with the list behind each number. */
export async function coverageOf(tx: Tx, query: CoverageQuery): Promise<Coverage> {
  const { by, ...filter } = query;
  const where = projectConditions(tx, filter);
  const key = by === null ? 'NULL::text' : keyOf(by, filter.dateBasis);
  const figures = FIGURES.map((figure) => `count(*) FILTER (WHERE ${conditionOf(figure)}) AS "${figure}"`);
  const rows = await tx.query<Counts>(
    `SELECT t.key, grouping(t.key) AS whole, ${figures.join(', ')} FROM (
       SELECT ${key} AS key, ${STANDING} AS standing, ${ANSWERED_LATE} AS late
         FROM investment_project p ${STANDING_JOINS} WHERE ${where.toString()}) t
      GROUP BY GROUPING SETS ((t.key), ()) ORDER BY whole, t.key`,
    where.values,
  );
  const groups = rows.filter(({ whole }) => by !== null && whole === 0);
  const whole = rows.find((row) => row.whole === 1);
  return {
    by,
    dateBasis: filter.dateBasis,
    from: filter.from,
    to: filter.to,
    scope: 'visible_to_reader',
    rows: groups.map((row) => rowOf(row, narrowed(filter, by, row.key ?? 'none'))),
    total: rowOf(whole ?? null, filter),
    undated: await undatedOf(tx, filter),
  };
}

function conditionOf(figure: Figure): string {
  if (figure === 'all') return 'true';
  if (figure === 'late') return 't.late';
  return `t.standing IN (${standingsOf(figure)
    .map((standing) => `'${standing}'`)
    .join(', ')})`;
}

const standingsOf = (figure: Exclude<Figure, 'all' | 'late'>) =>
  figure === 'covered' ? [...COVERED] : [figure];

function rowOf(counts: Counts | null, filter: ProjectFilter): CoverageRow {
  const count = (figure: Figure) => counts?.[figure] ?? 0;
  const figures = FIGURES.map((figure) => [figure, { count: count(figure), query: listOf(figure, filter) }]);
  return {
    key: counts?.key ?? null,
    figures: Object.fromEntries(figures) as Record<Figure, CountedList>,
    ratio: ratioOf(count('covered'), count('all')),
  };
}

function listOf(figure: Figure, filter: ProjectFilter): string {
  if (figure === 'all') return filterQuery(filter);
  return filterQuery(
    figure === 'late' ? { ...filter, late: true } : { ...filter, standing: standingsOf(figure) },
  );
}

/** The filter of one group. */
function narrowed(filter: ProjectFilter, by: CoverageGrouping | null, key: string): ProjectFilter {
  if (by === null) return filter;
  if (by === 'sector') return { ...filter, division: [key] };
  if (by === 'capitalOrigin' || by === 'commune' || by === 'authority') return { ...filter, [by]: [key] };
  return inPeriod(filter, by, key);
}

function inPeriod(filter: ProjectFilter, by: PeriodGrouping, key: string): ProjectFilter {
  if (key === 'none') return { ...filter, undated: true };
  const { from, to } = periodDays(by, key);
  return {
    ...filter,
    from: filter.from !== null && filter.from > from ? filter.from : from,
    to: filter.to !== null && filter.to < to ? filter.to : to,
  };
}

async function undatedOf(tx: Tx, filter: ProjectFilter): Promise<CountedList | null> {
  if (filter.from === null && filter.to === null) return null;
  const undated = { ...filter, from: null, to: null, undated: true };
  const where = projectConditions(tx, undated);
  const row = await tx.one<{ count: number }>(
    `SELECT count(*) AS count FROM investment_project p ${STANDING_JOINS} WHERE ${where.toString()}`,
    where.values,
  );
  return { count: row?.count ?? 0, query: filterQuery(undated) };
}
