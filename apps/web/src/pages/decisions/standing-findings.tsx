import { Anchor, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Answer } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { Basis } from '../../ui/basis.js';
import { findingsQuery } from '../dossiers/dossier.query.js';
import { type DossierView, type FindingsView } from '../dossiers/dossier.types.js';
import { Line } from './line.js';
import { OpenPoints } from './open-points.list.js';

const SEVERITY = ['blocking', 'review', 'info'];

/** The findings that stand, the heaviest first, then those that the screening left open. */
export function StandingFindings({ dossier }: { dossier: DossierView }) {
  const query = useQuery(findingsQuery(dossier.id));
  return <Answer query={query}>{(view) => <Findings view={view} dossier={dossier} />}</Answer>;
}

function Findings({ view, dossier }: { view: FindingsView; dossier: DossierView }) {
  const { t } = useTranslation(['decisions', 'dossier', 'words']);
  const standing = view.findings
    .filter(({ verdict, overturned }) => verdict === 'breached' && !overturned)
    .sort((a, b) => SEVERITY.indexOf(a.severity) - SEVERITY.indexOf(b.severity));
  const { lines = [], equipment = [] } = dossier.facts;
  const nameOf = (id: string | null) => [...lines, ...equipment].find((one) => one.id === id)?.name;
  return (
    <>
      <Group gap="xs" justify="space-between">
        <Title order={3} size="sm">
          {t('page.standing', { count: standing.length })}
        </Title>
        <Anchor component={Link} href={`/dossiers/${dossier.id}/findings`} size="sm">
          {t('page.findings')}
        </Anchor>
      </Group>
      {standing.map(({ key, texts, severity, basis, verification, subject }) => (
        <Line
          key={key}
          tag={<Tag tone={severity === 'blocking' ? 'red' : 'grey'}>{t(`words:severity.${severity}`)}</Tag>}
          name={[texts.title, nameOf(subject.id)].filter(Boolean).join(': ')}
          aside={basis}
        >
          <Basis basis={basis} verification={verification} />
        </Line>
      ))}
      <OpenPoints dossier={dossier} findings={view.findings} nameOf={nameOf} />
      {!view.current && <Text size="sm">{t('dossier:findings.stale')}</Text>}
    </>
  );
}
