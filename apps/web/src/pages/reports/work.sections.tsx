import { Group, Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { formatNumber } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { FigureCard } from './figure-link.js';
import { type Dashboard } from './reports.query.js';
import { Section } from './section.js';

interface Props {
  dashboard: Dashboard;
}
const COLUMNS = { base: 2, md: 3, lg: 5 };

/** How things stand today. */
export function WorkSection({ dashboard }: Props) {
  const { t } = useTranslation('reports');
  const { inHand, unassigned, overdue, dueThisWeek, aboutToFallSilent } = dashboard;
  return (
    <Section title={t('now.title')}>
      <SimpleGrid cols={COLUMNS} spacing="md">
        <FigureCard figure={inHand} label={t('now.inHand')} />
        <FigureCard figure={unassigned} label={t('now.unassigned')} />
        <FigureCard figure={overdue} label={t('now.overdue')} isAlarm />
        <FigureCard figure={dueThisWeek} label={t('now.dueThisWeek')} note={t('now.dueNote')} />
        <FigureCard figure={aboutToFallSilent} label={t('now.silent')} note={t('now.silentNote')} isAlarm />
      </SimpleGrid>
    </Section>
  );
}

/** What was decided in a period, and how long it took. */
export function DecidedSection({ dashboard }: Props) {
  const { t } = useTranslation('reports');
  const { decided, refused, refusedOutdated, period } = dashboard;
  return (
    <Section title={t('decided.title')} actions={<PeriodFields period={period} />}>
      {/* Of a period that ends before it begins no number would mean anything. */}
      {!isReversed(period) && (
        <SimpleGrid cols={COLUMNS} spacing="md">
          <FigureCard figure={decided} label={t('decided.decided')} />
          <FigureCard figure={refused} label={t('decided.refused')} />
          <FigureCard figure={refusedOutdated} label={t('decided.outdated')} />
          <Days dashboard={dashboard} />
        </SimpleGrid>
      )}
    </Section>
  );
}

/** Median and ninth tenth of the working days that decisions took; both open the list of these decisions. */
function Days({ dashboard: { durations } }: Props) {
  const { t } = useTranslation('reports');
  const { medianWorkingDays, p90WorkingDays, of } = durations;
  if (medianWorkingDays === null || p90WorkingDays === null)
    return (
      <Paper withBorder p="md">
        <Text fw={500}>{t('decided.median')}</Text>
        <Text size="sm" c="dimmed">
          {t('decided.noneDecided')}
        </Text>
      </Paper>
    );
  const slowest =
    p90WorkingDays === 0 ? t('decided.p90SameDay') : t('decided.p90', { days: formatNumber(p90WorkingDays) });
  return (
    <FigureCard
      figure={of}
      label={t('decided.median')}
      shown={formatNumber(medianWorkingDays)}
      note={`${slowest} ${t('decided.of', { count: of.value })}`}
    />
  );
}

const isReversed = ({ from, to }: Dashboard['period']): boolean => from > to;

/** First and last day of decision; each acts at once and stands in the address. */
function PeriodFields({ period }: { period: Dashboard['period'] }) {
  const { t } = useTranslation('reports');
  const [, setSearch] = useSearchParams();
  const choose = (part: Partial<typeof period>) => {
    const { from, to } = { ...period, ...part };
    if (from !== '' && to !== '') setSearch({ from, to }, { replace: true });
  };
  return (
    <Group gap="sm" align="flex-start" className="tg-no-print">
      {(['from', 'to'] as const).map((name) => (
        <DateField
          key={name}
          label={t(`decided.${name}`)}
          value={period[name]}
          error={name === 'to' && isReversed(period) ? t('decided.reversed') : undefined}
          onChange={(day) => choose({ [name]: day })}
        />
      ))}
    </Group>
  );
}
