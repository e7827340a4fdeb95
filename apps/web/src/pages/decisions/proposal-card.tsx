import { Anchor, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate, formatInstant } from '../../format/format.js';
import { Answer } from '../../ui/states.js';
import { OutcomeTag, Tag } from '../../ui/status-tag.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { Basis } from '../dossiers/bits.js';
import { findingsQuery } from '../dossiers/dossier.query.js';
import { type DossierView, type FindingsView } from '../dossiers/dossier.types.js';
import classes from './decide.module.css';
import { OpenPoints } from './open-points.list.js';
import { type Proposal } from './queue.query.js';
import { Scrolling } from './scrolling.js';

interface Props {
  dossier: DossierView;
  proposal: Proposal;
}

/** What is proposed and by whom, which findings stand with their articles, and who sees it differently. */
export function ProposalCard({ dossier, proposal }: Props) {
  const { t } = useTranslation(['decisions', 'dossier']);
  const words = useProcedureWords(dossier);
  const { outcome, summary, reasons, conditions, dissent } = proposal;
  return (
    <Paper withBorder p="sm" className={classes.proposal}>
      <Stack gap={6}>
        <Group gap="xs">
          <Title order={2} size="h3">
            {t('page.proposal')}
          </Title>
          <OutcomeTag outcome={outcome} of={dossier} />
        </Group>
        <By proposal={proposal} />
        <Scrolling label={t('page.proposal')}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {[summary, ...reasons].join('\n')}
          </Text>
          {conditions.length > 0 && (
            <List size="sm" type="ordered">
              {conditions.map(({ what, deadlineOn }) => (
                <List.Item key={what}>{`${what} (${formatDate(deadlineOn)})`}</List.Item>
              ))}
            </List>
          )}
        </Scrolling>
        <Standing dossier={dossier} />
        <Title order={3} size="sm">
          {t('page.dissent', { count: dissent.length })}
        </Title>
        {dissent.length > 0 && (
          <Scrolling label={t('page.dissent', { count: dissent.length })}>
            <List size="sm" spacing={4}>
              {dissent.map(({ name, recommendation, summary: said }, index) => (
                <List.Item key={`${name}${index}`}>
                  <strong>{name ?? t('page.council')}</strong>: {words.outcome(recommendation)}
                  {said === '' ? '' : ` – ${said}`}
                </List.Item>
              ))}
            </List>
          </Scrolling>
        )}
      </Stack>
    </Paper>
  );
}

function By({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('decisions');
  const { concludedBy, concludedAt, endorsedBy, endorsementNote, sentBack } = proposal;
  const parts = [
    t('page.concluded', { name: concludedBy ?? '', at: formatInstant(concludedAt) }),
    endorsedBy !== null && t('by.endorsed', { name: endorsedBy }),
    endorsementNote !== null && endorsementNote !== '' && `“${endorsementNote}”`,
    sentBack > 0 && t('note.sentBack', { count: sentBack }),
  ];
  return (
    <Text size="sm" c="dimmed">
      {parts.filter((part) => part !== false).join(' · ')}
    </Text>
  );
}

const SEVERITY = ['blocking', 'review', 'info'];

function Standing({ dossier }: { dossier: DossierView }) {
  const query = useQuery(findingsQuery(dossier.id));
  return <Answer query={query}>{(view) => <StandingFindings view={view} dossier={dossier} />}</Answer>;
}

function StandingFindings({ view, dossier }: { view: FindingsView; dossier: DossierView }) {
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
      {standing.length > 0 && (
        <Scrolling label={t('page.standing', { count: standing.length })}>
          <List size="sm" spacing={4}>
            {standing.map(({ key, texts, severity, basis, verification, subject }) => (
              <List.Item key={key}>
                <strong>{[texts.title, nameOf(subject.id)].filter(Boolean).join(': ')}</strong>{' '}
                <Tag tone={severity === 'blocking' ? 'red' : 'grey'}>{t(`words:severity.${severity}`)}</Tag>
                <br />
                <Basis basis={basis} verification={verification} />
              </List.Item>
            ))}
          </List>
        </Scrolling>
      )}
      <OpenPoints dossier={dossier} findings={view.findings} nameOf={nameOf} />
      {!view.current && <Text size="sm">{t('dossier:findings.stale')}</Text>}
    </>
  );
}
