import { Alert, Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../format/format.js';
import { Tag } from '../../ui/status-tag.js';
import { Card } from '../../ui/card.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { openQuestionOf, standingOf } from './consultation-standing.js';
import { consultationsQuery } from './consultation.query.js';

/** On the overview of a dossier: who has answered and who is silent; for the consulted that they are asked. */
export function ConsultationLine({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('council');
  const items = useQuery(consultationsQuery(dossier.id)).data ?? [];
  const to = `/dossiers/${dossier.id}/consultations`;
  if (!dossier.law) {
    const question = openQuestionOf(items);
    if (question === null) return null;
    return (
      <Alert variant="outline" color="yellow" role="note">
        <Group gap="xs">
          <Text>
            {question.dueOn === null
              ? t('consult.overview.toAnswerNoDue')
              : t('consult.overview.toAnswer', { on: formatDate(question.dueOn) })}
          </Text>
          <Anchor component={Link} href={to}>
            {t('consult.overview.answer')}
          </Anchor>
        </Group>
      </Alert>
    );
  }
  const standing = standingOf(items, dossier.round ?? 1);
  if (standing === null) return null;
  return (
    <Card>
      <Group gap="xs">
        <Text fw={600}>{t('consult.overview.title')}</Text>
        <Text>{t('consult.overview.answered', { answered: standing.answered, all: standing.all })}</Text>
        {standing.silent > 0 && (
          <Tag tone="red">{t('consult.overview.silent', { count: standing.silent })}</Tag>
        )}
        <Anchor component={Link} href={to}>
          {t('consult.overview.see')}
        </Anchor>
      </Group>
    </Card>
  );
}
