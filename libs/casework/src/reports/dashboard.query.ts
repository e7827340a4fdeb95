import { type ProjectStanding } from '#contracts';
import { type WorkingCalendar } from '#deadlines';
import { type Tx } from '#database';
import { openByLead, QueryReader, type RawQuery } from '#dossiers';
import { type CivilDate, civilDate, civilDateOf } from '#kernel';
import {
  type Coverage,
  coverageOf,
  parseCoverageQuery,
  parseRefusalsQuery,
  refusalsFollowed,
} from '#projects';
import { weekOf } from './domain/week.js';
import { type Durations, durationsOf } from './durations.query.js';
import { dossierFigure, type Figure, projectFigure } from './figures.js';

/** How much lies with one person; only dossiers that the reader may see are counted. */
export interface PersonLoad {
  userId: string;
  name: string;
  open: Figure;
  overdue: Figure;
}
type Ratio = Coverage['total']['ratio'];
export interface CoverageFigures {
  figures: Record<'all' | 'late' | 'covered' | ProjectStanding, Figure>;
  /** Covered / all. */
  ratio: Ratio;
}
export interface FollowedFigures {
  figures: Record<'followed' | 'not_followed' | 'no_decision_yet', Figure>;
  ratio: Ratio;
}
/** The first page of a head or leader. */
export interface Dashboard {
  asOf: CivilDate;
  /** Figures count what the reader may see and never say whether there is more. */
  scope: 'visible_to_reader';
  /** What `decided` means: decisions from the first to the last of these days. */
  period: { from: CivilDate; to: CivilDate };
  inHand: Figure;
  unassigned: Figure;
  overdue: Figure;
  dueThisWeek: Figure;
  aboutToFallSilent: Figure;
  decided: Figure;
  refused: Figure;
  refusedOutdated: Figure;
  durations: Durations;
  load: PersonLoad[];
  coverage: CoverageFigures;
  refusalsFollowed: FollowedFigures;
}
export interface ReportPeriod {
  from: CivilDate;
  to: CivilDate;
}

/** Reads the period of a dashboard: this year up to today where nothing is said. @throws Refusal `list_query_invalid` */
export function parsePeriod(raw: RawQuery, today: CivilDate): ReportPeriod {
  const reader = new QueryReader(raw, new Set(['from', 'to']));
  const to = civilDate(reader.day('to') ?? today);
  return { from: civilDate(reader.day('from') ?? `${to.slice(0, 4)}-01-01`), to };
}

/** Every number of the dashboard, each counted by the query of its list. */
export async function dashboardOf(
  tx: Tx,
  calendar: WorkingCalendar,
  period: ReportPeriod,
): Promise<Dashboard> {
  const asOf = civilDateOf(tx.at);
  const [work, past, durations, load, coverage, followed] = await Promise.all([
    workFigures(tx, asOf),
    pastFigures(tx, period),
    durationsOf(tx, calendar, period),
    loadOf(tx),
    coverageFigures(tx),
    followedFigures(tx),
  ]);
  return {
    asOf,
    scope: 'visible_to_reader',
    period,
    ...work,
    ...past,
    durations,
    load,
    coverage,
    refusalsFollowed: followed,
  };
}

async function workFigures(tx: Tx, asOf: CivilDate) {
  const week = weekOf(asOf);
  const [inHand, unassigned, overdue, dueThisWeek, aboutToFallSilent] = await Promise.all([
    dossierFigure(tx, 'today', { tab: 'open' }),
    dossierFigure(tx, 'today', { tab: 'unassigned' }),
    dossierFigure(tx, 'due', { overdue: 'true' }),
    dossierFigure(tx, 'due', { tab: 'open', dueFrom: week.from, dueTo: week.to }),
    dossierFigure(tx, 'due', { silentBy: week.to }),
  ]);
  return { inHand, unassigned, overdue, dueThisWeek, aboutToFallSilent };
}

async function pastFigures(tx: Tx, { from, to }: ReportPeriod) {
  const days = { decidedFrom: from, decidedTo: to };
  const [decided, refused, refusedOutdated] = await Promise.all([
    dossierFigure(tx, 'decided', days),
    dossierFigure(tx, 'decided', { status: 'refused', ...days }),
    dossierFigure(tx, 'decided', { refusedFor: 'outdated', ...days }),
  ]);
  return { decided, refused, refusedOutdated };
}

async function loadOf(tx: Tx): Promise<PersonLoad[]> {
  const people = await openByLead(tx);
  const figure = (value: number, basis: 'today' | 'due', query: Record<string, string>): Figure => ({
    value,
    basis,
    list: { path: '/api/v1/dossiers', query: new URLSearchParams(query).toString() },
  });
  return people.map(({ userId, name, open, overdue }) => ({
    userId,
    name,
    open: figure(open, 'today', { tab: 'open', assignee: userId }),
    overdue: figure(overdue, 'due', { tab: 'open', assignee: userId, overdue: 'true' }),
  }));
}

/** How many projects of the register are appraised, whenever they were registered. */
export async function coverageFigures(tx: Tx): Promise<CoverageFigures> {
  const { total } = await coverageOf(tx, parseCoverageQuery({}));
  const figures = Object.entries(total.figures).map(([name, counted]) => [
    name,
    projectFigure(counted, 'today'),
  ]);
  return { figures: Object.fromEntries(figures) as CoverageFigures['figures'], ratio: total.ratio };
}

/** What the project authorities made of our refusals. */
export async function followedFigures(tx: Tx): Promise<FollowedFigures> {
  const { figures, ratio } = await refusalsFollowed(tx, parseRefusalsQuery({}));
  const shown = Object.entries(figures).map(([name, counted]) => [name, projectFigure(counted, 'today')]);
  return { figures: Object.fromEntries(shown) as FollowedFigures['figures'], ratio };
}
