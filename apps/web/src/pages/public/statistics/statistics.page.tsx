import { Button, Stack, Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useInstallation } from '../../../api/installation.query.js';
import { formatDate, formatInstant, todayHere } from '../../../format/format.js';
import { Page } from '../../../ui/page.js';
import { lazily } from '../../../ui/lazily.js';
import { Answer, LoadingState } from '../../../ui/states.js';
import { useSaid } from '../../../ui/said.js';
import { addressedPeriod, type Period, periodOf, PRESETS } from './period.js';
import { type Choice, PeriodChoice } from './period.choice.js';
import { type Statistics, useStatistics } from './statistics.query.js';
import { AnsweredTable, CoverageTable, InTimeTable, WorkingDaysTable } from './statistics.tables.js';

const ImpossiblePeriod = lazily(async () => (await import('./impossible-period.js')).ImpossiblePeriod);

interface Addressed {
  choice: Choice;
  /** As the API is asked for it; null where the address names months that are none. */
  asked: Partial<Period> | null;
  /** As it stands in the fields. */
  entered: Period;
  choose: (choice: Choice, period: Period) => void;
}

/** The period that the address names; this year when it names none. */
function useAddressedPeriod(): Addressed {
  const today = useInstallation().data?.today ?? todayHere();
  const [search, setSearch] = useSearchParams();
  const preset = PRESETS.find((one) => one === search.get('period'));
  const [from, to] = [search.get('from'), search.get('to')];
  const months = addressedPeriod(from, to);
  const choose = (choice: Choice, { from, to }: Period) =>
    setSearch(choice === 'chosen' ? { from: from.slice(0, 7), to: to.slice(0, 7) } : { period: choice });
  if (months !== null)
    return {
      choice: 'chosen',
      asked: months === 'no_months' ? null : months,
      entered: { from: from ?? '', to: to ?? today },
      choose,
    };
  const period = periodOf(preset ?? 'year', today);
  return { choice: preset ?? 'year', asked: period, entered: period, choose };
}

export function StatisticsPage() {
  const { t } = useTranslation(['public', 'app']);
  const today = useInstallation().data?.today ?? todayHere();
  const { choice, asked, entered, choose } = useAddressedPeriod();
  const statistics = useStatistics(asked);
  return (
    <Page
      title={t('statistics.title')}
      lead={<Text maw={680}>{t('statistics.lead')}</Text>}
      actions={
        <Button variant="default" size="xs" className="tg-no-print" onClick={() => window.print()}>
          {t('app:actions.print')}
        </Button>
      }
    >
      <PeriodChoice {...{ today, choice }} period={entered} onChoose={choose} />
      {asked === null ? (
        <Suspense fallback={<LoadingState />}>
          <ImpossiblePeriod />
        </Suspense>
      ) : (
        <Answer query={statistics}>{(figures) => <Figures figures={figures} />}</Answer>
      )}
    </Page>
  );
}

function Figures({ figures }: { figures: Statistics }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const { period, countedAt, smallNumbers } = figures;
  return (
    <Stack gap="lg">
      <Text role="status">
        {t('statistics.shown', {
          from: formatDate(period.from),
          to: formatDate(period.to),
          at: formatInstant(countedAt),
        })}
      </Text>
      <AnsweredTable figures={figures} />
      <InTimeTable figures={figures} />
      <WorkingDaysTable figures={figures} />
      <CoverageTable figures={figures} />
      <Text size="sm" c="dimmed">
        {said(smallNumbers.basis)}
      </Text>
    </Stack>
  );
}
