import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatInstant } from '../../format/format.js';
import { StatusTag, Tag } from '../../ui/status-tag.js';
import classes from './facts.module.css';
import { decideMatch, matchByHand, undoMatch } from './project-acts.js';
import { type ProjectMatch } from './projects.query.js';
import { Section } from '../../ui/section.js';
import { type SectionProps } from './section-props.js';
import { useOptionalField, useReasonField } from './use-reason-field.js';

const TONES = { proposed: 'amber', confirmed: 'green', rejected: 'grey' } as const;
const PERCENT = 100;

/** The dossiers that are about the project, those that may be, and what people decided on them. */
export function MatchesSection({ project, keeps, onAct }: SectionProps) {
  const { t } = useTranslation('register');
  const reason = useReasonField();
  const byHand = () =>
    onAct({
      title: t('match.byHand'),
      fields: [{ name: 'dossierId', label: t('match.dossier'), kind: 'dossier', least: 1 }, reason],
      act: matchByHand,
    });
  return (
    <Section
      sheet
      title={t('project.dossiers')}
      aside={
        keeps && (
          <Button size="xs" variant="default" onClick={byHand}>
            {t('match.byHand')}
          </Button>
        )
      }
    >
      {project.matches.length === 0 && <Text>{t('match.none')}</Text>}
      <ul className={classes.plain}>
        {project.matches.map((match) => (
          <li key={match.id} className={classes.entry}>
            <Match match={match} keeps={keeps} onAct={onAct} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Match({ match, keeps, onAct }: Omit<SectionProps, 'project'> & { match: ProjectMatch }) {
  const { t } = useTranslation(['register', 'words']);
  const { dossierId, fileCode, projectName, procedureId, status, state, score, reasons } = match;
  const because = reasons.map((word) => t(`match.reasons.${word as 'same_name'}`)).join(', ');
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div>
        <Group gap={6}>
          <Anchor component={Link} href={`/dossiers/${dossierId}`} fw={500}>
            {fileCode ?? projectName}
          </Anchor>
          <Tag tone={TONES[state]}>{t(`match.${state}`)}</Tag>
          <StatusTag status={status} of={{ procedureId }} />
        </Group>
        <Text size="sm">
          {projectName} · {t(`words:procedure.${procedureId as 'opinion'}`)}
        </Text>
        {because !== '' && (
          <Text size="sm" c="dimmed">
            {score !== null && `${t('match.score', { percent: Math.round(score * PERCENT) })}: `}
            {because}
          </Text>
        )}
        {match.decidedAt !== null && (
          <Text size="sm" c="dimmed">
            {t('match.decided', { name: match.decidedByName ?? '', at: formatInstant(match.decidedAt) })}
            {match.decisionReason !== null && `: ${match.decisionReason}`}
          </Text>
        )}
      </div>
      {keeps && <MatchActs match={match} onAct={onAct} />}
    </Group>
  );
}

function MatchActs({
  match: { id, state, fileCode },
  onAct,
}: Pick<SectionProps, 'onAct'> & { match: ProjectMatch }) {
  const { t } = useTranslation('register');
  const reason = useReasonField();
  const optional = useOptionalField('reason');
  const names = (act: string) => `${act}: ${fileCode ?? ''}`;
  if (state !== 'proposed')
    return (
      <Button
        size="xs"
        variant="default"
        aria-label={names(t('match.undo'))}
        onClick={() => onAct({ title: t('match.undo'), fields: [reason], act: undoMatch(id) })}
      >
        {t('match.undo')}
      </Button>
    );
  return (
    <Group gap="xs">
      <Button
        size="xs"
        aria-label={names(t('match.confirm'))}
        onClick={() =>
          onAct({ title: t('match.confirm'), fields: [optional], act: decideMatch(id, 'confirmed') })
        }
      >
        {t('match.confirm')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={names(t('match.reject'))}
        onClick={() =>
          onAct({ title: t('match.reject'), fields: [optional], act: decideMatch(id, 'rejected') })
        }
      >
        {t('match.reject')}
      </Button>
    </Group>
  );
}
