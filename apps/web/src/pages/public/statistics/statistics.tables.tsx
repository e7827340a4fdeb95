import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../format/format.js';
import { useSaid } from '../../../ui/said.js';
import { Bar, FigureTable } from './figure.table.js';
import { type Statistics } from './statistics.query.js';

/** Writes a number, or that it is too small to be told. */
function useTold({ smallNumbers: { fewestTold } }: Statistics) {
  const { t } = useTranslation('public');
  return (count: number | null) =>
    count === null ? t('statistics.untold', { fewest: fewestTold }) : formatNumber(count);
}

export function AnsweredTable({ figures }: { figures: Statistics }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const told = useTold(figures);
  const { received, decided } = figures;
  const most = Math.max(0, ...decided.outcomes.map(({ count }) => count ?? 0));
  const rows = [
    { name: t('statistics.received'), cells: [told(received.count), null] },
    { name: t('statistics.decided'), cells: [told(decided.count), null] },
    ...decided.outcomes.map(({ name, count }) => ({
      name: said(name),
      cells: [told(count), <Bar key="bar" value={count} most={most} />],
    })),
  ];
  return (
    <FigureTable
      title={t('statistics.answers')}
      basis={`${said(received.basis)} ${said(decided.basis)}`}
      columns={[t('statistics.figure'), t('statistics.number'), t('statistics.length')]}
      rows={rows}
    />
  );
}

export function InTimeTable({ figures }: { figures: Statistics }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const told = useTold(figures);
  const { statutory, ownTarget, basis } = figures.inTime;
  const row = (name: string, { inTime, late, percent }: typeof statutory) => ({
    name,
    cells: [told(inTime), told(late), percentOf(percent) ?? t('statistics.tooFew')],
  });
  return (
    <FigureTable
      title={t('statistics.inTime')}
      basis={said(basis)}
      columns={(['term', 'onTime', 'late', 'percent'] as const).map((column) => t(`statistics.${column}`))}
      rows={[row(t('statistics.statutory'), statutory), row(t('statistics.ownTarget'), ownTarget)]}
    />
  );
}

export function WorkingDaysTable({ figures }: { figures: Statistics }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const { elapsed, active, basis } = figures.workingDays;
  const days = (value: number | null) => (value === null ? t('statistics.tooFew') : formatNumber(value));
  const row = (name: string, { median, p90 }: typeof elapsed) => ({ name, cells: [days(median), days(p90)] });
  return (
    <FigureTable
      title={t('statistics.days')}
      basis={said(basis)}
      columns={[t('statistics.figure'), t('statistics.median'), t('statistics.p90')]}
      rows={[row(t('statistics.elapsed'), elapsed), row(t('statistics.active'), active)]}
    />
  );
}

const COVERED = ['projects', 'answered', 'notSubject', 'inHand', 'missed', 'none'] as const;
export function CoverageTable({ figures }: { figures: Statistics }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const told = useTold(figures);
  const { coverage } = figures;
  if (coverage === null) return null;
  const counts = COVERED.map((name) => ({
    name: t(`statistics.${name}`),
    cells: [told(coverage[name]), <Bar key="bar" value={coverage[name]} most={coverage.projects ?? 0} />],
  }));
  const percent = percentOf(coverage.percent) ?? t('statistics.tooFew');
  return (
    <FigureTable
      title={t('statistics.coverage')}
      basis={said(coverage.basis)}
      columns={[t('statistics.figure'), t('statistics.number'), t('statistics.length')]}
      rows={[...counts, { name: t('statistics.covered'), cells: [percent, null] }]}
    />
  );
}

/** `97.56` as it is written here. */
const percentOf = (percent: string | null): string | null =>
  percent === null ? null : `${formatNumber(Number(percent))} %`;
