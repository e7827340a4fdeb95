import { Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { formatDate, todayHere } from '../../format/format.js';
import { useInstallation } from '../../api/installation.query.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DateField } from '../../ui/date-field.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { Answer } from '../../ui/states.js';
import { askedWeek, FIRST_DAY, LAST_DAY } from './asked-week.js';
import { weeksFrom } from './neighbouring-week.js';
import { REPORT_READERS, weekQuery } from './reports.query.js';
import { WeekSheet } from './week-sheet.js';

/** What a director reads on Monday morning: one week on one A4. */
export function WeekPage() {
  const { t } = useTranslation('reports');
  const isReader = hasRole(usePerson(), ...REPORT_READERS);
  const [search] = useSearchParams();
  const today = useInstallation().data?.today ?? todayHere();
  const asked = askedWeek(search.get('on'));
  const wrong = 'wrong' in asked ? asked.wrong : null;
  const day = 'day' in asked ? asked.day : undefined;
  const week = useQuery({ ...weekQuery(day), enabled: isReader && wrong === null });
  if (!isReader) return <ForbiddenPage title={t('week.title')} />;
  const shown = wrong === null ? week.data : undefined;
  const days = shown?.week;
  const title = days
    ? t('week.titleOf', { from: formatDate(days.from), to: formatDate(days.to) })
    : t('week.title');
  return (
    <Page
      title={title}
      lead={shown && t('week.lead', { on: formatDate(shown.asOf) })}
      actions={<PrintButton />}
    >
      <WeekChoice from={days?.from ?? day ?? today} wrong={wrong} />
      {wrong === null && <Answer query={week}>{(page) => <WeekSheet page={page} />}</Answer>}
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

interface ChoiceProps {
  /** A day of the week that is shown. */
  from: string;
  /** What was asked for instead where there is no such week; else null. */
  wrong: string | null;
}

/** The weeks beside this one, and any other: it stands there also where a week cannot be shown. */
function WeekChoice({ from, wrong }: ChoiceProps) {
  const { t } = useTranslation('reports');
  const [, setSearch] = useSearchParams();
  const to = (weeks: number) => `/reports/week?on=${weeksFrom(from, weeks)}`;
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
        value={wrong ?? from}
        min={FIRST_DAY}
        max={LAST_DAY}
        error={
          wrong === null
            ? undefined
            : t('week.wrongDay', { first: formatDate(FIRST_DAY), last: formatDate(LAST_DAY) })
        }
        onChange={(day) => day !== '' && setSearch({ on: day })}
      />
    </Group>
  );
}
