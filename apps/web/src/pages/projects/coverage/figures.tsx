import { Anchor, Group, Paper, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatNumber } from '../../../format/format.js';
import classes from '../facts.module.css';
import { type CoverageRow, type FigureName } from './coverage.query.js';

export const FIGURES = [
  ...(['all', 'answered', 'late', 'not_subject', 'in_hand', 'none', 'missed'] as const),
] satisfies FigureName[];
/** Figures that stand by themselves: all, and the parts of which it is the sum. */
const PARTS = FIGURES.filter((figure) => figure !== 'late');

/** The name of a figure: a standing, or what cuts across all of them. */
export function useFigureName(): (figure: FigureName) => string {
  const { t } = useTranslation('register');
  return (figure) =>
    figure === 'all' || figure === 'late' || figure === 'covered'
      ? t(`coverage.${figure}`)
      : t(`standing.${figure}`);
}

/** A number that opens exactly the list that it counts. */
export function FigureLink({
  row,
  figure,
  of,
  inText = false,
}: {
  row: CoverageRow;
  figure: FigureName;
  of?: string;
  inText?: boolean;
}) {
  const { t } = useTranslation('register');
  const nameOf = useFigureName();
  const { count, query } = row.figures[figure];
  const name = [of, nameOf(figure)].filter(Boolean).join(', ');
  return (
    <Anchor
      component={Link}
      href={`/projects?${query}`}
      inherit
      underline={inText ? 'always' : 'hover'}
      aria-label={t('coverage.open', { name, count, written: formatNumber(count) })}
    >
      {formatNumber(count)}
    </Anchor>
  );
}

/** The share of covered projects: both numbers, the percentage, and its length for the eye. */
export function Ratio({ row }: { row: CoverageRow }) {
  const { t } = useTranslation('register');
  if (row.ratio === null) return <Text>{t('coverage.noRatio')}</Text>;
  const { percent, numerator, denominator } = row.ratio;
  return (
    <Paper withBorder p="lg">
      <Group justify="space-between" align="baseline">
        <Text fw={600}>{t('coverage.ratio')}</Text>
        <Text fw={700} fz="2rem" className="tg-number">
          <Anchor component={Link} href={`/projects?${row.figures.covered.query}`} inherit underline="hover">
            {formatNumber(Number(percent))} %
          </Anchor>
        </Text>
      </Group>
      <Progress value={Number(percent)} aria-label={t('coverage.ratio')} size="lg" mb="xs" />
      <Text size="sm">
        {t('coverage.ratioText', {
          numerator: formatNumber(numerator),
          denominator: formatNumber(denominator),
        })}
      </Text>
    </Paper>
  );
}

export function Figures({ row }: { row: CoverageRow }) {
  const { t } = useTranslation('register');
  const nameOf = useFigureName();
  return (
    <section aria-label={t('coverage.figures')}>
      <dl className={classes.figures}>
        {PARTS.map((figure) => (
          <div key={figure} className={classes.figure}>
            <dt>{nameOf(figure)}</dt>
            <dd>
              <FigureLink row={row} figure={figure} />
              {figure === 'answered' && (
                <Text size="sm" fw={400}>
                  {nameOf('late')}: <FigureLink row={row} figure="late" inText />
                </Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
