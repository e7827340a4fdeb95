import { Button, Stack } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { formatDate } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { Answer } from '../../ui/states.js';
import { CoverageSection, FollowedSection } from './coverage.sections.js';
import { LoadSection } from './load.section.js';
import { DecidedSection, WorkSection } from './work.sections.js';
import { dashboardQuery, dayIn, REPORT_READERS } from './reports.query.js';

/** The first page of who leads: each number opens exactly its list. */
export function DashboardPage() {
  const { t } = useTranslation('reports');
  const isReader = hasRole(usePerson(), ...REPORT_READERS);
  const [search] = useSearchParams();
  const period = { from: dayIn(search, 'from'), to: dayIn(search, 'to') };
  const dashboard = useQuery({ ...dashboardQuery(period), enabled: isReader });
  if (!isReader) return <ForbiddenPage title={t('dashboard.title')} />;
  const asOf = dashboard.data?.asOf;
  return (
    <Page
      title={t('dashboard.title')}
      lead={asOf === undefined ? t('dashboard.scope') : t('dashboard.lead', { on: formatDate(asOf) })}
      actions={
        <Button
          component={Link}
          href="/reports/week"
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
        >
          {t('week.link')}
        </Button>
      }
      wide
    >
      <Answer query={dashboard}>
        {(data) => (
          <Stack gap="xl">
            <WorkSection dashboard={data} />
            <DecidedSection dashboard={data} />
            <LoadSection load={data.load} />
            <CoverageSection coverage={data.coverage} />
            <FollowedSection followed={data.refusalsFollowed} />
          </Stack>
        )}
      </Answer>
    </Page>
  );
}
