import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../session/session.provider.js';
import { Tag } from '../../ui/status-tag.js';
import { MEMBER_TONES } from './council-tones.js';
import { type Council } from './council.types.js';

/** Who sits in a council, as what, from where, and whether they may take part. */
export function MemberTable({ council: { members } }: { council: Council }) {
  const { t } = useTranslation(['council', 'app']);
  const person = usePerson();
  const nameOf = (id: string) => members.find(({ memberId }) => memberId === id)?.name ?? '';
  return (
    <Table.ScrollContainer minWidth={680} tabIndex={0} role="region" aria-label={t('card.members')}>
      <Table withTableBorder verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('card.name')}</Table.Th>
            <Table.Th>{t('card.organisation')}</Table.Th>
            <Table.Th>{t('card.seat')}</Table.Th>
            <Table.Th>{t('card.votes')}</Table.Th>
            <Table.Th>{t('card.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <Table.Tr key={member.memberId}>
              <Table.Td>
                {member.name} {member.userId === person.id && t('card.you')}
                {member.replaces !== null && (
                  <Text size="sm" c="dimmed">
                    {t('card.replaces', { name: nameOf(member.replaces) })}
                  </Text>
                )}
                {member.addedReason !== null && (
                  <Text size="sm" c="dimmed">
                    {member.addedReason}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{member.organisation}</Table.Td>
              <Table.Td>{t(`seat.${member.seat}`)}</Table.Td>
              <Table.Td>{t(member.votes ? 'app:actions.yes' : 'app:actions.no')}</Table.Td>
              <Table.Td>
                <Tag tone={MEMBER_TONES[member.state]}>{t(`memberState.${member.state}`)}</Tag>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
