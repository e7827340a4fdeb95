import { NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNCIL_SEATS, type CouncilSeat } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { Tag } from '../../ui/status-tag.js';

type Candidate = Schema<'CouncilCandidateDto'>;
interface Props {
  people: readonly Candidate[];
  seats: Record<string, CouncilSeat>;
  onChange: (seats: Record<string, CouncilSeat>) => void;
}

/** Seats that a person is suitable for: a secretary's office is that alone. */
const seatsFor = ({ roles }: Candidate): readonly CouncilSeat[] =>
  COUNCIL_SEATS.filter((seat) =>
    seat === 'secretary'
      ? roles.some((role) => role === 'council_secretary' || role === 'appraiser')
      : roles.some((role) => role !== 'council_secretary'),
  );

/** Everybody who could sit in the council, each with the seat that they are to have. */
export function SeatTable({ people, seats, onChange }: Props) {
  const { t } = useTranslation(['council', 'words']);
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase('vi');
  const shown = people.filter(({ name, organisation, userId }) =>
    seats[userId] !== undefined
      ? true
      : `${name} ${organisation ?? ''}`.toLocaleLowerCase('vi').includes(wanted),
  );
  const choose = (userId: string, seat: string) => {
    const { [userId]: _before, ...others } = seats;
    onChange(seat === '' ? others : { ...others, [userId]: seat as CouncilSeat });
  };
  return (
    <>
      <TextInput
        maw={360}
        label={t('found.filter')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Table.ScrollContainer
        minWidth={520}
        mah={420}
        tabIndex={0}
        role="region"
        aria-label={t('found.people')}
      >
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('card.name')}</Table.Th>
              <Table.Th>{t('card.seat')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((person) => (
              <Table.Tr key={person.userId}>
                <Table.Td>
                  <Text>{person.name}</Text>
                  <Text size="sm" c="dimmed">
                    {[person.organisation, ...person.roles.map((role) => t(`words:role.${role}`))]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {person.inConflict ? (
                    <Tag tone="red">{t('found.inConflict')}</Tag>
                  ) : (
                    <NativeSelect
                      aria-label={t('found.seatOf', { name: person.name })}
                      value={seats[person.userId] ?? ''}
                      data={[
                        { value: '', label: t('found.notSeated') },
                        ...seatsFor(person).map((seat) => ({ value: seat, label: t(`seat.${seat}`) })),
                      ]}
                      onChange={({ currentTarget }) => choose(person.userId, currentTarget.value)}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
