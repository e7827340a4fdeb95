import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate, formatNumber } from '../../../format/format.js';
import { Answer } from '../../../ui/states.js';
import classes from '../facts.module.css';
import { type ProjectItem } from '../projects.query.js';
import { Section } from '../../../ui/section.js';
import { FollowedTag } from '../standing-tag.js';
import { type CoverageRow, NAMED, namedQuery } from './coverage.query.js';

interface Props {
  title: string;
  /** What is said when there is none. */
  none: string;
  list: CoverageRow['figures']['all'];
}

/** The projects behind a figure by name: the first of them, and a way to all. */
export function NamedProjects({ title, none, list: { count, query } }: Props) {
  return (
    <Section sheet title={`${title} (${formatNumber(count)})`}>
      {count === 0 ? <Text>{none}</Text> : <Names count={count} query={query} />}
    </Section>
  );
}

function Names({ count, query }: { count: number; query: string }) {
  const { t } = useTranslation('register');
  const named = useQuery(namedQuery(query));
  return (
    <Answer query={named}>
      {({ items }) => (
        <>
          <ProjectNames items={items} />
          {count > NAMED && (
            <Text size="sm">
              {t('coverage.first', { shown: items.length, count, written: formatNumber(count) })}{' '}
            </Text>
          )}
          <Anchor component={Link} href={`/projects?${query}`} size="sm" className="tg-no-print">
            {t('coverage.openAll')}
          </Anchor>
        </>
      )}
    </Answer>
  );
}

/** Projects by name, with who invests, when it was decided, and what became of a refusal. */
export function ProjectNames({ items }: { items: readonly ProjectItem[] }) {
  const { t } = useTranslation('register');
  return (
    <ul className={classes.plain}>
      {items.map(({ id, name, investorName, decidedOn, registeredOn, followed }) => (
        <li key={id} className={classes.entry}>
          <Anchor component={Link} href={`/projects/${id}`} fw={500}>
            {name}
          </Anchor>{' '}
          <FollowedTag followed={followed} />
          <Text size="sm" c="dimmed">
            {[
              investorName,
              registeredOn && t('coverage.registered', { date: formatDate(registeredOn) }),
              decidedOn && t('coverage.decided', { date: formatDate(decidedOn) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </li>
      ))}
    </ul>
  );
}
