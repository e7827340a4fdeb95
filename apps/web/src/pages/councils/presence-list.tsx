import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/status-tag.js';
import { Card } from '../../ui/card.js';
import { MEMBER_TONES } from './council-tones.js';
import { type Council, type Session } from './council.types.js';

const TONES = { present: 'green', proxy: 'blue', absent: 'grey' } as const;

/** Who was there, as it was recorded; of a session in writing, to which nobody comes, who sits and who stepped aside. */
export function PresenceList({ council, session }: { council: Council; session: Session }) {
  const { t } = useTranslation('council');
  const members = council.members.filter(({ state }) => state !== 'released');
  return (
    <Card>
      {members.map(({ memberId, name, seat, state }) => {
        const row = session.attendance.find((one) => one.memberId === memberId);
        return (
          <Group key={memberId} gap="xs">
            <Text fw={500}>{name}</Text>
            <Text size="sm" c="dimmed">
              {[t(`seat.${seat}`), row?.proxyName].filter(Boolean).join(' · ')}
            </Text>
            {state === 'recused' || session.mode !== 'meeting' ? (
              <Tag tone={MEMBER_TONES[state]}>{t(`memberState.${state}`)}</Tag>
            ) : row ? (
              <Tag tone={TONES[row.presence]}>{t(`presence.${row.presence}`)}</Tag>
            ) : (
              <Tag tone="grey">{t('session.notTaken')}</Tag>
            )}
          </Group>
        );
      })}
    </Card>
  );
}
