import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../format/format.js';
import { Tag } from '../../ui/status-tag.js';
import { Card } from '../../ui/card.js';
import { type Session } from './council.types.js';
import { QuorumSentence } from './quorum.js';

/** Whether a session is open, or what it was worth. */
export function SessionTag({ session: { closedAt, valid } }: { session: Session }) {
  const { t } = useTranslation('council');
  if (closedAt === null) return <Tag tone="amber">{t('session.open')}</Tag>;
  return <Tag tone={valid ? 'green' : 'red'}>{t(valid ? 'session.valid' : 'session.invalid')}</Tag>;
}

/** Form, day and place of a session in one line. */
export function useSessionLine(): (session: Session) => string {
  const { t } = useTranslation('council');
  return ({ mode, heldOn, place, closesOn }) =>
    [
      t(`mode.${mode}`),
      formatDate(heldOn),
      place,
      closesOn !== null && t('session.until', { on: formatDate(closesOn) }),
    ]
      .filter(Boolean)
      .join(' · ');
}

export function SessionList({ dossierId, sessions }: { dossierId: string; sessions: readonly Session[] }) {
  const { t } = useTranslation('council');
  const line = useSessionLine();
  if (sessions.length === 0) return <Text size="sm">{t('card.noSession')}</Text>;
  return sessions.map((session) => (
    <Card key={session.id}>
      <Group gap="xs">
        <Anchor component={Link} href={`/dossiers/${dossierId}/council/sessions/${session.id}`} fw={600}>
          {t('session.number', { number: session.number })}
        </Anchor>
        <SessionTag session={session} />
        <Text size="sm" c="dimmed">
          {line(session)}
        </Text>
      </Group>
      <QuorumSentence session={session} />
    </Card>
  ));
}
