import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { useInstallation } from '../../../api/installation.query.js';
import { formatDate, formatNumber, todayHere } from '../../../format/format.js';
import { Page } from '../../../ui/page.js';
import { Answer } from '../../../ui/states.js';
import { Admitted } from '../admitted.js';
import { Back } from '../back.js';
import { readsRegister } from '../register-roles.js';
import { type Coverage, coverageQuery } from './coverage.query.js';
import { CoverageChoice } from './coverage-choice.js';
import { type CoverageQuestion, readQuestion, writeQuestion } from './coverage-period.js';
import { CoverageTable } from './coverage-table.js';
import { Figures, Ratio } from './figures.js';
import { NamedProjects } from './named-projects.js';
import { RefusalsSection } from './refusals.section.js';

/** How many of the projects are appraised: every number opens exactly its list; made to be printed as well. */
export function CoveragePage() {
  const { t } = useTranslation(['register', 'app']);
  return (
    <Admitted to={readsRegister}>
      <Page
        title={t('coverage.title')}
        lead={t('coverage.lead')}
        above={<Back />}
        actions={
          <Button variant="default" className="tg-no-print" onClick={() => window.print()}>
            {t('app:actions.print')}
          </Button>
        }
      >
        <CoverageOfQuestion />
      </Page>
    </Admitted>
  );
}

function CoverageOfQuestion() {
  const [params, setParams] = useSearchParams();
  const today = useInstallation().data?.today ?? todayHere();
  const question = readQuestion(params, today);
  const coverage = useQuery(coverageQuery(question));
  const ask = (next: CoverageQuestion) => setParams(writeQuestion(next), { replace: true });
  return (
    <Stack gap="lg">
      <CoverageChoice key={question.period} question={question} onAsk={ask} />
      <Answer query={coverage}>{(figures) => <Whole coverage={figures} question={question} />}</Answer>
    </Stack>
  );
}

function Whole({ coverage, question }: { coverage: Coverage; question: CoverageQuestion }) {
  const { t } = useTranslation('register');
  const { total, undated, by } = coverage;
  return (
    <>
      <Asked coverage={coverage} />
      <Ratio row={total} />
      <Figures row={total} />
      {undated !== null && undated.count > 0 && (
        <Anchor component={Link} href={`/projects?${undated.query}`} size="sm">
          {t('coverage.undated', { count: undated.count, written: formatNumber(undated.count) })}
        </Anchor>
      )}
      {by !== null && <CoverageTable coverage={coverage} by={by} />}
      <NamedProjects
        title={t('coverage.uncovered')}
        none={t('coverage.uncoveredNone')}
        list={total.figures.missed}
      />
      <NamedProjects
        title={t('coverage.unasked')}
        none={t('coverage.unaskedNone')}
        list={total.figures.none}
      />
      <RefusalsSection question={question} />
      <Text size="sm" c="dimmed">
        {t('coverage.formula')} {t('coverage.scope')}
      </Text>
    </>
  );
}

/** What was asked, in words: on paper nothing else says it. */
function Asked({ coverage: { from, to, dateBasis } }: { coverage: Coverage }) {
  const { t } = useTranslation('register');
  const basis = t(`basis.${dateBasis}`);
  if (from === null && to === null) return <Text role="status">{t('coverage.askedAll')}</Text>;
  return (
    <Text role="status">
      {t('coverage.asked', { basis, from: formatDate(from) || '…', to: formatDate(to) || '…' })}
    </Text>
  );
}
