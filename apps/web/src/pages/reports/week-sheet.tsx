import { Anchor, Paper } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { daysBetween, formatDate, formatNumber } from '../../format/format.js';
import { FigureLink } from './figure-link.js';
import { inBillions } from './in-billions.js';
import { rowsOnThePage } from './rows-on-the-page.js';
import { useShare } from './share.js';
import { type Figure, type WeekPage } from './reports.query.js';
import classes from './week-sheet.module.css';

/** Rows that one A4 holds beside the headings of six lists and the figures; a browser test prints a full one. */
const PLACE = 28;
const DOSSIERS = ['overdue', 'dueThisWeek', 'aboutToFallSilent', 'refusedOutdated'] as const;
const OUTCOMES = ['followed', 'not_followed', 'no_decision_yet'] as const;
const PROJECTS = ['notCovered', 'notFollowed'] as const;
/** The parts of the register; together they are all of it. */
const PARTS = ['answered', 'not_subject', 'in_hand', 'none', 'missed'] as const;
type DossierRow = WeekPage['overdue']['items'][number];
type ProjectRow = WeekPage['notCovered']['items'][number];

/** The sheet itself, the same on screen and on paper. */
export function WeekSheet({ page }: { page: WeekPage }) {
  const { t } = useTranslation('reports');
  const sections = [...DOSSIERS, ...PROJECTS].map((name) => page[name]);
  const rows = rowsOnThePage(
    sections.map(({ items }) => items.length),
    PLACE,
  );
  return (
    <Paper withBorder p="lg" className={classes.sheet}>
      <Summary page={page} />
      {DOSSIERS.map((name, index) => (
        <List key={name} title={t(`week.${name}`)} figure={page[name].figure} shown={rows[index] ?? 0}>
          {page[name].items.slice(0, rows[index]).map((item) => (
            <DossierLine key={item.id} item={item} page={page} isDecided={name === 'refusedOutdated'} />
          ))}
        </List>
      ))}
      {PROJECTS.map((name, index) => {
        const shown = rows[DOSSIERS.length + index] ?? 0;
        return (
          <List
            key={name}
            title={t(`week.${name}`)}
            note={name === 'notCovered' ? t('week.notCoveredOrder') : undefined}
            figure={page[name].figure}
            shown={shown}
            isOfProjects
          >
            {page[name].items.slice(0, shown).map((item) => (
              <ProjectLine key={item.id} item={item} />
            ))}
          </List>
        );
      })}
    </Paper>
  );
}

/** Whether the authorities followed us, and how much is covered, in two sentences. */
function Summary({ page: { coverage, refusalsFollowed } }: { page: WeekPage }) {
  const { t } = useTranslation('reports');
  const covered = useShare()(coverage.ratio);
  return (
    <dl className={classes.summary}>
      <dt>{t('followed.title')}</dt>
      <dd className={classes.outcomes}>
        {OUTCOMES.map((name) => {
          const figure = refusalsFollowed.figures[name];
          const label = t(`followed.${name}`);
          return (
            <span key={name}>
              {label} {figure && <FigureLink figure={figure} label={label} />}
            </span>
          );
        })}
      </dd>
      <dt>{t('coverage.ratio')}</dt>
      <dd className={classes.outcomes}>
        <span>{covered ? `${covered.percent} (${covered.of})` : t('nothingToCompare')}</span>
        {PARTS.map((name) => {
          const figure = coverage.figures[name];
          const label = t(`coverage.${name}`);
          return (
            <span key={name}>
              {label} {figure && <FigureLink figure={figure} label={label} />}
            </span>
          );
        })}
      </dd>
    </dl>
  );
}

interface ListProps {
  title: string;
  figure: Figure;
  shown: number;
  /** Which rows stand first. */
  note?: string | undefined;
  isOfProjects?: boolean;
  children: ReactNode[];
}

/** One list of the sheet: how many there are, the first of them, and how many more. */
function List({ title, figure, shown, note, isOfProjects = false, children }: ListProps) {
  const { t } = useTranslation('reports');
  const more = figure.value - shown;
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.heading}>
        {title} <FigureLink figure={figure} label={title} />
      </h2>
      {figure.value === 0 && <p className={classes.quiet}>{t('week.none')}</p>}
      {shown > 0 && note !== undefined && <p className={classes.quiet}>{note}</p>}
      {shown > 0 && (
        <ul className={isOfProjects ? `${classes.list} ${classes.projects}` : classes.list}>{children}</ul>
      )}
      {more > 0 && <p className={classes.quiet}>{t('week.more', { count: more })}</p>}
    </section>
  );
}

function DossierLine({ item, page, isDecided }: { item: DossierRow; page: WeekPage; isDecided: boolean }) {
  const { t } = useTranslation('reports');
  const { id, projectName, fileCode, leadAppraiserName, dueOn } = item;
  const late = dueOn === null ? 0 : daysBetween(dueOn, page.asOf);
  const due = late > 0 ? t('week.late', { on: formatDate(dueOn), count: late }) : formatDate(dueOn);
  return (
    <li className={classes.line}>
      <Anchor component={Link} href={`/dossiers/${id}`} className={classes.name}>
        {projectName.trim() === '' ? t('week.unnamed') : projectName}
      </Anchor>
      <span className={classes.who}>{leadAppraiserName ?? t('week.nobody')}</span>
      <span className={classes.day}>{isDecided ? fileCode : due}</span>
    </li>
  );
}

function ProjectLine({ item: { id, name, investorName, capitalVnd, decidedOn } }: { item: ProjectRow }) {
  const { t } = useTranslation('reports');
  return (
    <li className={classes.line}>
      <Anchor component={Link} href={`/projects/${id}`} className={classes.name}>
        {name}
      </Anchor>
      <span className={classes.who}>{investorName}</span>
      <span className={classes.day}>
        {capitalVnd === null ? '' : t('week.capital', { amount: formatNumber(inBillions(capitalVnd)) })}
      </span>
      <span className={classes.day}>
        {decidedOn === null ? t('week.undecided') : t('week.decidedOn', { on: formatDate(decidedOn) })}
      </span>
    </li>
  );
}
