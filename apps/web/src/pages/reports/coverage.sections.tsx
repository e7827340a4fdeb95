import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FigureCard, FigureLink } from './figure-link.js';
import { useShare } from './share.js';
import classes from '../../ui/figure-card.module.css';
import { type Dashboard, type Figure } from './reports.query.js';
import reportClasses from './reports.module.css';
import { Section } from './section.js';

type Ratio = Dashboard['coverage']['ratio'];
const COLUMNS = { base: 2, md: 4 };
/** All, and the parts of which it is the sum. */
const STANDINGS = ['all', 'answered', 'not_subject', 'in_hand', 'none', 'missed'] as const;
const ALARMS: readonly string[] = ['missed'];
const OUTCOMES = ['followed', 'not_followed', 'no_decision_yet'] as const;

/** How many projects of the register were appraised. */
export function CoverageSection({ coverage: { figures, ratio } }: { coverage: Dashboard['coverage'] }) {
  const { t } = useTranslation('reports');
  return (
    <Section title={t('coverage.title')} basis={t('coverage.basis')}>
      <SimpleGrid cols={COLUMNS} spacing="md">
        <Ratio ratio={ratio} part={figures.covered} label={t('coverage.ratio')} />
        {STANDINGS.map((name) => {
          const figure = figures[name];
          const label = t(`coverage.${name}`);
          if (!figure) return null;
          const card = <FigureCard key={name} {...{ figure, label }} isAlarm={ALARMS.includes(name)} />;
          const { late } = figures;
          if (name !== 'answered' || !late) return card;
          return (
            <div key={name} className={reportClasses.whole}>
              {card}
              <Text size="sm" className={reportClasses.part}>
                {t('coverage.ofThem')} {t('coverage.late')}{' '}
                <FigureLink figure={late} label={t('coverage.late')} />
              </Text>
            </div>
          );
        })}
      </SimpleGrid>
    </Section>
  );
}

/** What the authorities that decide on projects made of our refusals. */
export function FollowedSection({ followed }: { followed: Dashboard['refusalsFollowed'] }) {
  const { t } = useTranslation('reports');
  return (
    <Section title={t('followed.title')} basis={t('followed.basis')}>
      <SimpleGrid cols={COLUMNS} spacing="md">
        <Ratio ratio={followed.ratio} part={followed.figures.followed} label={t('followed.ratio')} />
        {OUTCOMES.map((name) => {
          const figure = followed.figures[name];
          const label = t(`followed.${name}`);
          return figure && <FigureCard key={name} {...{ figure, label }} isAlarm={name === 'not_followed'} />;
        })}
      </SimpleGrid>
    </Section>
  );
}

/** A share, which opens the list of its part. */
function Ratio({ ratio, part, label }: { ratio: Ratio; part: Figure | undefined; label: string }) {
  const { t } = useTranslation('reports');
  const shares = useShare()(ratio);
  if (shares !== null && part !== undefined)
    return <FigureCard figure={part} label={label} shown={shares.percent} note={shares.of} />;
  return (
    <Paper withBorder p="md">
      <Stack gap={0}>
        <span className={classes.value}>–</span>
        <span className={classes.label}>{label}</span>
        <Text size="sm" c="dimmed">
          {t('nothingToCompare')}
        </Text>
      </Stack>
    </Paper>
  );
}
