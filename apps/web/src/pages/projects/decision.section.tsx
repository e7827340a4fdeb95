import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FINAL_DECISION_KINDS } from '#contracts';
import { formatDate, formatInstant } from '../../format/format.js';
import { usePerson } from '../../session/session.provider.js';
import { Tag } from '../../ui/status-tag.js';
import { type FieldOfAct } from './act-field.js';
import classes from './facts.module.css';
import { recordDecision, withdrawDecision } from './project-acts.js';
import { type Project } from './projects.query.js';
import { recordsDecisions } from './register-roles.js';
import { Section } from '../../ui/section.js';
import { type SectionProps } from './section-props.js';
import { FollowedTag } from './standing-tag.js';
import { useReasonField } from './use-reason-field.js';

type Decision = Project['decisions'][number];

/** What the authority decided in the end, as its papers say it; whether it followed our refusal stands beside the title. */
export function DecisionSection({ project, onAct }: SectionProps) {
  const { t } = useTranslation('register');
  const records = recordsDecisions(usePerson()) && project.mergedInto === null;
  return (
    <Section sheet title={t('project.decision')} aside={<FollowedTag followed={project.followed} />}>
      {project.decisions.length === 0 && (
        <Text>
          {project.decidedOn === null
            ? t('decision.none')
            : t('decision.listed', { date: formatDate(project.decidedOn) })}
        </Text>
      )}
      <ul className={classes.plain}>
        {project.decisions.map((decision) => (
          <li key={decision.id} className={classes.entry}>
            <OneDecision decision={decision} />
          </li>
        ))}
      </ul>
      {records ? (
        <DecisionActs project={project} onAct={onAct} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('decision.who')}
        </Text>
      )}
    </Section>
  );
}

function OneDecision({ decision }: { decision: Decision }) {
  const { t } = useTranslation('register');
  const { kind, number, decidedOn, decidedBy, stands, note, documentRef, recordedByName, recordedAt } =
    decision;
  return (
    <div>
      <Group gap={6}>
        <Text fw={500} component="span">
          {t(`decision.kind.${kind}`)}
        </Text>
        <Tag tone={stands ? 'green' : 'grey'}>{stands ? t('decision.stands') : t('decision.former')}</Tag>
      </Group>
      <Text size="sm">{[number, formatDate(decidedOn), decidedBy].join(' · ')}</Text>
      {(note ?? documentRef) !== null && (
        <Text size="sm">{[documentRef, note].filter(Boolean).join(' · ')}</Text>
      )}
      <Text size="sm" c="dimmed">
        {t('decision.recorded', { name: recordedByName ?? '', at: formatInstant(recordedAt) })}
      </Text>
    </div>
  );
}

function useDecisionFields(): FieldOfAct[] {
  const { t } = useTranslation('register');
  const kinds = FINAL_DECISION_KINDS.map((value) => ({ value, label: t(`decision.kind.${value}`) }));
  return [
    { name: 'kind', label: t('decision.kindLabel'), kind: 'choice', choices: kinds, least: 1 },
    { name: 'number', label: t('decision.number'), kind: 'text', least: 1, most: 100 },
    { name: 'decidedOn', label: t('decision.decidedOn'), kind: 'day', least: 1 },
    { name: 'decidedBy', label: t('decision.decidedBy'), kind: 'text', least: 2, most: 300 },
    { name: 'documentRef', label: t('decision.documentRef'), kind: 'text', most: 300 },
    { name: 'note', label: t('act.note'), kind: 'area', most: 2000 },
  ];
}

/** Records the decision, corrects the one on record (its values to begin with), or takes it back. */
function DecisionActs({ project, onAct }: Pick<SectionProps, 'project' | 'onAct'>) {
  const { t } = useTranslation('register');
  const fields = useDecisionFields();
  const reason = useReasonField();
  const standing = project.decisions.find(({ stands }) => stands);
  if (!standing)
    return (
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() => onAct({ title: t('decision.record'), fields, act: recordDecision(null) })}
        >
          {t('decision.record')}
        </Button>
      </div>
    );
  const { id, kind, number, decidedOn, decidedBy, documentRef, note } = standing;
  const begin = { kind, number, decidedOn, decidedBy, documentRef: documentRef ?? '', note: note ?? '' };
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        onClick={() => onAct({ title: t('decision.correct'), fields, act: recordDecision(id), begin })}
      >
        {t('decision.correct')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => onAct({ title: t('decision.withdraw'), fields: [reason], act: withdrawDecision })}
      >
        {t('decision.withdraw')}
      </Button>
    </Group>
  );
}
