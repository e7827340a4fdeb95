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
  /** Every part of the register, so that covered, in hand and not covered can be added up. */
  coverage: CoverageFigures;
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
    uncovered(tx),
    projects(tx, 'followed=not_followed'),
    coverageFigures(tx),
    followedFigures(tx),
  ]);
  return {
    asOf: civilDateOf(tx.at),
    scope: 'visible_to_reader',
    week,
    ...{ overdue, dueThisWeek, aboutToFallSilent, refusedOutdated, notCovered, notFollowed },
    coverage,
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

/** What was decided without an opinion goes before what can still be asked for; in both the greatest capital first. */
async function uncovered(tx: Tx): Promise<ProjectSection> {
  const [all, missed, unasked] = await Promise.all([
    projects(tx, 'standing=missed&standing=none'),
    projects(tx, 'standing=missed', '-capitalVnd'),
    projects(tx, 'standing=none', '-capitalVnd'),
  ]);
  return { figure: all.figure, items: [...missed.items, ...unasked.items].slice(0, ROWS_ON_THE_PAGE) };
}

async function projects(tx: Tx, query: string, sort?: string): Promise<ProjectSection> {
  const page = { count: 'true', limit: String(ROWS_ON_THE_PAGE), ...(sort !== undefined && { sort }) };
  const asked = parseProjectQuery({ ...rawQueryOf(query), ...page });
  const { items, total } = await listProjects(tx, asked);
  return { figure: { value: total ?? 0, basis: 'today', list: { path: '/api/v1/projects', query } }, items };
}
