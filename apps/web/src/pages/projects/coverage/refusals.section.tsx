import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatNumber } from '../../../format/format.js';
import { Answer } from '../../../ui/states.js';
import classes from '../facts.module.css';
import { Section } from '../../../ui/section.js';
import { namedQuery, type Refusals, refusalsQuery } from './coverage.query.js';
import { type CoverageQuestion, filterOf } from './coverage-period.js';
import { ProjectNames } from './named-projects.js';

const FIGURES = ['followed', 'not_followed', 'no_decision_yet'] as const;

/** What the authority made of our refusals: the numbers, and the projects by name. */
export function RefusalsSection({ question }: { question: CoverageQuestion }) {
  const { t } = useTranslation('register');
  const refusals = useQuery(refusalsQuery(question));
  return (
    <Section sheet title={t('coverage.refusals')}>
      <Text>{t('coverage.refusalsText')}</Text>
      <Answer query={refusals}>{(figures) => <Numbers refusals={figures} question={question} />}</Answer>
    </Section>
  );
}

function Numbers({ refusals, question }: { refusals: Refusals; question: CoverageQuestion }) {
  const { t } = useTranslation('register');
  const { figures, ratio } = refusals;
  const count = FIGURES.reduce((sum, name) => sum + figures[name].count, 0);
  if (count === 0) return <Text>{t('coverage.refusalsNone')}</Text>;
  return (
    <>
      {ratio !== null && (
        <Text fw={600}>{t('coverage.followedRatio', { percent: formatNumber(Number(ratio.percent)) })}</Text>
      )}
      <dl className={classes.figures}>
        {FIGURES.map((name) => (
          <div key={name} className={classes.figure}>
            <dt>{t(`followed.${name}`)}</dt>
            <dd>
              <Anchor
                component={Link}
                href={`/projects?${figures[name].query}`}
                inherit
                aria-label={t('coverage.open', {
                  name: t(`followed.${name}`),
                  count: figures[name].count,
                  written: formatNumber(figures[name].count),
                })}
              >
                {formatNumber(figures[name].count)}
              </Anchor>
            </dd>
          </div>
        ))}
      </dl>
      <RefusedNames question={question} />
    </>
  );
}

function RefusedNames({ question }: { question: CoverageQuestion }) {
  const asked = new URLSearchParams(filterOf(question));
  for (const name of FIGURES) asked.append('followed', name);
  const named = useQuery(namedQuery(asked.toString()));
  return <Answer query={named}>{({ items }) => <ProjectNames items={items} />}</Answer>;
}
