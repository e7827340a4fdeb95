import { Group, List, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../format/format.js';
import { OutcomeTag, Tag } from '../../ui/status-tag.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import classes from './decide.module.css';
import { isWrittenBelow } from './choices.js';
import { Line } from './line.js';
import { type Proposal } from './queue.query.js';
import { StandingFindings } from './standing-findings.js';

interface Props {
  dossier: DossierView;
  proposal: Proposal;
}

/** What is proposed and by whom: first what stands against it, line by line, and who sees it differently; then its words. */
export function ProposalCard({ dossier, proposal }: Props) {
  const { t } = useTranslation('decisions');
  const { outcome, dissent } = proposal;
  return (
    <Paper
      withBorder
      px="sm"
      py={10}
      className={classes.proposal}
      component="section"
      aria-label={t('page.proposal')}
    >
      <div>
        <Group gap="xs">
          <Title order={2} size="h3">
            {t('page.proposal')}
          </Title>
          <OutcomeTag outcome={outcome} of={dossier} />
          {dissent.length > 0 && <Tag tone="amber">{t('note.dissent', { count: dissent.length })}</Tag>}
        </Group>
        <By proposal={proposal} />
      </div>
      <div className={classes.body} tabIndex={0} role="region" aria-label={t('page.weighed')}>
        <StandingFindings dossier={dossier} />
        <Dissent dossier={dossier} proposal={proposal} />
        <Conclusion dossier={dossier} proposal={proposal} />
      </div>
    </Paper>
  );
}

function Dissent({ dossier, proposal: { dissent } }: Props) {
  const { t } = useTranslation('decisions');
  const words = useProcedureWords(dossier);
  return (
    <>
      <Title order={3} size="sm">
        {t('page.dissent', { count: dissent.length })}
      </Title>
      {dissent.map(({ name, recommendation, summary }, index) => (
        <Line
          key={`${name}${index}`}
          name={`${name ?? t('page.council')}: ${words.outcome(recommendation)}`}
          aside={summary}
        >
          {summary}
        </Line>
      ))}
    </>
  );
}

/** The words of the conclusion, folded where they stand once more in the reasons of the choice below. */
function Conclusion({ dossier, proposal }: Props) {
  const { t } = useTranslation('decisions');
  const { summary, reasons, conditions } = proposal;
  return (
    <details className={classes.line} open={!isWrittenBelow(proposal.outcome, dossier.status)}>
      <Text component="summary" size="sm" fw={600}>
        {t('page.words')}
      </Text>
      <div>
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
      </div>
    </details>
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
