import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Schema } from '../../../api/schema-names.js';
import { formatInstant } from '../../../format/format.js';
import { OutcomeTag, Tag } from '../../../ui/status-tag.js';
import { type Authorship } from './authorship.js';
import { Card } from '../../../ui/card.js';
import { commandsQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { OpinionContent } from './opinion-card.js';

interface Props {
  dossier: DossierView;
  own: Schema<'OpinionDto'>;
  sheets: readonly Schema<'CriteriaSheetDto'>[];
  authorship: Authorship;
  /** It was recorded a moment ago: whoever did it is led here. */
  justNow: boolean;
  onChange: () => void;
}

/** The own opinion once it counts: what was recorded, when and by whom, and what is next. */
export function RecordedOpinion({ dossier, own, sheets, authorship, justNow, onChange }: Props) {
  const { t } = useTranslation('dossier');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (justNow) title.current?.focus();
  }, [justNow]);
  const { authorName, recordedAt, updatedAt, recommendation, round } = own;
  const changed = recordedAt !== null && recordedAt !== updatedAt;
  return (
    <Card>
      <Group gap="xs">
        <Title order={3} ref={title} tabIndex={-1}>
          {t('opinions.recorded.title')}
        </Title>
        <Tag tone="green">{t('opinions.state.recorded')}</Tag>
        {recommendation && <OutcomeTag outcome={recommendation} of={dossier} tone="blue" />}
      </Group>
      <Text size="sm" c="dimmed">
        {[
          t('opinions.recorded.by', { name: authorName, at: formatInstant(recordedAt ?? updatedAt), round }),
          changed && t('opinions.recorded.changed', { at: formatInstant(updatedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Next dossier={dossier} authorship={authorship}>
        <Button variant="default" onClick={onChange}>
          {t('opinions.recorded.change')}
        </Button>
      </Next>
      <OpinionContent opinion={own} sheets={sheets} />
    </Card>
  );
}

/** The way on: the conclusion for who leads, the vote for a member of the council, the other work for an expert. */
function Next({
  dossier,
  authorship,
  children,
}: Pick<Props, 'dossier' | 'authorship'> & { children: ReactNode }) {
  const { t } = useTranslation('dossier');
  const options = useQuery(commandsQuery(dossier.id)).data?.items ?? [];
  const concludes = options.some(({ command, permitted }) => command === 'conclude' && permitted);
  const [to, words] = concludes
    ? ([`/dossiers/${dossier.id}/opinions?step=conclude`, 'conclude'] as const)
    : authorship === 'council'
      ? ([`/dossiers/${dossier.id}/council`, 'vote'] as const)
      : (['/dossiers', 'list'] as const);
  return (
    <div>
      <Text size="sm">
        {t(authorship === 'lead' && !concludes ? 'opinions.next.notYet' : `opinions.next.${words}Text`)}
      </Text>
      <Group gap="xs" mt={8}>
        <Button component={Link} href={to} variant={words === 'list' ? 'default' : 'filled'}>
          {t(`opinions.next.${words}`)}
        </Button>
        {children}
      </Group>
    </div>
  );
}
