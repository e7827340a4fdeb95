import { Anchor, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useInstallation } from '../../api/installation.query.js';
import { todayHere } from '../../format/format.js';
import { FigureCard } from '../../ui/figure-card.js';
import { Unanswered } from '../../ui/states.js';
import { packsQuery } from '../dossiers/law-names.js';
import { lawOfDayQuery } from '../law/law.query.js';

/** The day of a law officer: what is in force today, how much of it is missing, and the way to all of it. */
export function LawHome() {
  const { t } = useTranslation();
  const today = useInstallation().data?.today ?? todayHere();
  const packs = useQuery(packsQuery);
  const law = useQuery(lawOfDayQuery('opinion', today));
  if (packs.data === undefined) return <Unanswered query={packs} rows={2} />;
  if (law.data === undefined) return <Unanswered query={law} rows={2} />;
  const governing = new Set(law.data.packs.map(({ packId }) => packId));
  const inForce = packs.data.filter(({ id, kind }) => kind !== 'calendar' && governing.has(id));
  const missing = inForce.reduce((sum, pack) => sum + pack.missing.length, 0);
  return (
    <>
      <SimpleGrid
        cols={{ base: 2, md: 4 }}
        spacing="md"
        role="group"
        aria-label={t('home.work.figuresLabel')}
      >
        <FigureCard label={t('home.work.law.packs')} value={inForce.length} to="/law" />
        <FigureCard label={t('home.work.law.missing')} value={missing} to="/law" />
      </SimpleGrid>
      <Text maw={680}>{t('home.work.law.text')}</Text>
      <Anchor component={Link} href="/law">
        {t('home.work.law.open')}
      </Anchor>
    </>
  );
}
