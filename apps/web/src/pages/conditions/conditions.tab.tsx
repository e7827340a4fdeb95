import { Alert, List, Group, Spoiler, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstant } from '../../format/format.js';
import { DueLabel } from '../../ui/due-label.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Card } from '../../ui/card.js';
import { Values } from '../../ui/values.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { ConditionActs } from './condition-acts.js';
import { ConditionFiles } from './condition-files.js';
import { type Condition, conditionsQuery } from './condition.query.js';
import { ConditionTag, isOwed } from './condition-tag.js';

/** The conditions of an approval, each with its proof, its deadline and what happened to it. */
export function ConditionsTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('council');
  const query = useQuery(conditionsQuery(dossier.id));
  return (
    <Answer query={query}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title={t('condition.none')}>{t('condition.noneText')}</EmptyState>
        ) : (
          <Stack gap="md">
            <Text role="status">
              {items.some(isOwed)
                ? t('condition.owed', { count: items.filter(isOwed).length })
                : t('condition.allMet')}
            </Text>
            {items.map((condition) => (
              <ConditionCard key={condition.id} dossier={dossier} condition={condition} />
            ))}
          </Stack>
        )
      }
    </Answer>
  );
}

function ConditionCard({ dossier, condition }: { dossier: DossierView; condition: Condition }) {
  const { t } = useTranslation('council');
  const { number, what, deadlineOn, proof, responsible, imposedOn } = condition;
  return (
    <Card>
      <Group gap="xs">
        <Title order={2} size="h3">
          {t('condition.title', { number })}
        </Title>
        <ConditionTag condition={condition} />
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{what}</Text>
      <Values
        items={[
          [t('condition.deadline'), <DueLabel key="due" dueOn={deadlineOn} done={!isOwed(condition)} />],
          [t('condition.proof'), proof],
          [t('condition.responsible'), responsible],
          [t('condition.imposed'), imposedOn === null ? t('condition.notInForce') : formatDate(imposedOn)],
        ]}
      />
      <Rejected condition={condition} />
      <ConditionActs dossier={dossier} condition={condition} />
      <Spoiler maxHeight={0} showLabel={t('condition.history')} hideLabel={t('condition.history')}>
        <History condition={condition} />
      </Spoiler>
    </Card>
  );
}

/** Why the newest proof was not enough, as long as no other one was handed in. */
function Rejected({ condition: { state, history } }: { condition: Condition }) {
  const { t } = useTranslation('council');
  const judged = history.findLast(({ kind }) => kind === 'rejected' || kind === 'proof_submitted');
  if (state !== 'open' || judged?.kind !== 'rejected') return null;
  return (
    <Alert variant="outline" color="yellow" role="note" title={t('condition.rejectedTitle')}>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {judged.note}
      </Text>
    </Alert>
  );
}

function History({ condition }: { condition: Condition }) {
  const { t } = useTranslation(['council', 'words']);
  return (
    <List size="sm" spacing="xs">
      {condition.history.map((step) => (
        <List.Item key={`${step.kind}${step.at}`}>
          <strong>{t(`condition.event.${step.kind}`, { on: formatDate(step.deadlineOn) })}</strong>{' '}
          <Text span size="sm" c="dimmed">
            {[
              formatInstant(step.at),
              step.actorName ??
                t(`words:role.${step.actorRole as 'clerk'}`, { defaultValue: t('condition.system') }),
            ].join(' · ')}
          </Text>
          {step.note !== null && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {step.note}
            </Text>
          )}
          <ConditionFiles documentIds={step.documentIds} />
        </List.Item>
      ))}
    </List>
  );
}
