import { Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { formatDate } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DateField } from '../../ui/date-field.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { Answer } from '../../ui/states.js';
import { weeksFrom } from './neighbouring-week.js';
import { dayIn, REPORT_READERS, type WeekPage as Week, weekQuery } from './reports.query.js';
import { WeekSheet } from './week-sheet.js';

/** What a director reads on Monday morning: one week on one A4. */
export function WeekPage() {
  const { t } = useTranslation('reports');
  const isReader = hasRole(usePerson(), ...REPORT_READERS);
  const [search] = useSearchParams();
  const week = useQuery({ ...weekQuery(dayIn(search, 'on')), enabled: isReader });
  if (!isReader) return <ForbiddenPage title={t('week.title')} />;
  const days = week.data?.week;
  const title = days
    ? t('week.titleOf', { from: formatDate(days.from), to: formatDate(days.to) })
    : t('week.title');
  return (
    <Page
      title={title}
      lead={week.data && t('week.lead', { on: formatDate(week.data.asOf) })}
      actions={<PrintButton />}
    >
      {days && <WeekChoice days={days} />}
      <Answer query={week}>{(page) => <WeekSheet page={page} />}</Answer>
    </Page>
  );
}

function PrintButton() {
  const { t } = useTranslation();
  return (
    <Button
      className="tg-no-print"
      leftSection={<IconPrinter size={16} aria-hidden />}
      onClick={() => window.print()}
    >
      {t('actions.print')}
    </Button>
  );
}

function WeekChoice({ days }: { days: Week['week'] }) {
  const { t } = useTranslation('reports');
  const [, setSearch] = useSearchParams();
  const to = (weeks: number) => `/reports/week?on=${weeksFrom(days.from, weeks)}`;
  return (
    <Group gap="sm" align="flex-end" className="tg-no-print" component="nav" aria-label={t('week.choice')}>
      <Button
        component={Link}
        href={to(-1)}
        variant="default"
        leftSection={<IconChevronLeft size={16} aria-hidden />}
      >
        {t('week.previous')}
      </Button>
      <Button
        component={Link}
        href={to(1)}
        variant="default"
        rightSection={<IconChevronRight size={16} aria-hidden />}
      >
        {t('week.next')}
      </Button>
      <Button component={Link} href="/reports/week" variant="subtle">
        {t('week.this')}
      </Button>
      <DateField
        label={t('week.on')}
        value={days.from}
        onChange={(day) => day !== '' && setSearch({ on: day })}
      />
    </Group>
  );
}
