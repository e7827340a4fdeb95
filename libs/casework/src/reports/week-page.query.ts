import { type Tx } from '#database';
import { type DossierListItem, QueryReader, rawQueryOf, type RawQuery } from '#dossiers';
import { addDays, type CivilDate, civilDate, civilDateOf } from '#kernel';
import { listProjects, parseProjectQuery, type ProjectListItem } from '#projects';
import {
  type CoverageFigures,
  coverageFigures,
  type FollowedFigures,
  followedFigures,
} from './dashboard.query.js';
import { weekOf } from './domain/week.js';
import { dossierFigure, type Figure, firstOf } from './figures.js';

/** How many rows of a list stand on the page: all of it fits one A4; the list itself holds the rest. */
export const ROWS_ON_THE_PAGE = 12;

export interface DossierSection {
  figure: Figure;
  items: DossierListItem[];
}
export interface ProjectSection {
  figure: Figure;
  items: ProjectListItem[];
}
/** The page that a director reads on Monday morning. */
export interface WeekPage {
  asOf: CivilDate;
  scope: 'visible_to_reader';
  /** Monday and Sunday. */
  week: { from: CivilDate; to: CivilDate };
  overdue: DossierSection;
  dueThisWeek: DossierSection;
  aboutToFallSilent: DossierSection;
  /** Decided from Monday of the week before on. */
  refusedOutdated: DossierSection;
  /** Projects on which no answer was given: decided without one, or without a dossier. */
  notCovered: ProjectSection;
  /** Refusals that the project authority did not follow. */
  notFollowed: ProjectSection;
  coverage: CoverageFigures['ratio'];
  refusalsFollowed: FollowedFigures;
}

/** Reads which week is asked for: that of a day, of today where nothing is said. @throws Refusal `list_query_invalid` */
export const parseWeek = (raw: RawQuery, today: CivilDate): CivilDate =>
  civilDate(new QueryReader(raw, new Set(['on'])).day('on') ?? today);

/** Everything of one week on one page. */
export async function weekPageOf(tx: Tx, day: CivilDate): Promise<WeekPage> {
  const week = weekOf(day);
  const since = { decidedFrom: addDays(week.from, -7), decidedTo: week.to };
  const [
    overdue,
    dueThisWeek,
    aboutToFallSilent,
    refusedOutdated,
    notCovered,
    notFollowed,
    coverage,
    followed,
  ] = await Promise.all([
    section(tx, 'due', { overdue: 'true' }),
    section(tx, 'due', { tab: 'open', dueFrom: week.from, dueTo: week.to }),
    section(tx, 'due', { silentBy: week.to }),
    section(tx, 'decided', { refusedFor: 'outdated', ...since }),
    projects(tx, 'standing=missed&standing=none'),
    projects(tx, 'followed=not_followed'),
    coverageFigures(tx),
    followedFigures(tx),
  ]);
  return {
    asOf: civilDateOf(tx.at),
    scope: 'visible_to_reader',
    week,
    ...{ overdue, dueThisWeek, aboutToFallSilent, refusedOutdated, notCovered, notFollowed },
    coverage: coverage.ratio,
    refusalsFollowed: followed,
  };
}

async function section(
  tx: Tx,
  basis: 'due' | 'decided',
  query: Record<string, string>,
): Promise<DossierSection> {
  const figure = await dossierFigure(tx, basis, query);
  return { figure, items: figure.value === 0 ? [] : await firstOf(figure, tx, ROWS_ON_THE_PAGE) };
}

async function projects(tx: Tx, query: string): Promise<ProjectSection> {
  const asked = parseProjectQuery({ ...rawQueryOf(query), count: 'true', limit: String(ROWS_ON_THE_PAGE) });
  const { items, total } = await listProjects(tx, asked);
  return { figure: { value: total ?? 0, basis: 'today', list: { path: '/api/v1/projects', query } }, items };
}
