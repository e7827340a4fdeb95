import { Anchor, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../format/format.js';
import { Answer } from '../../ui/states.js';
import { waitingQuery } from './intake.query.js';

/** Submitted dossiers that wait for their reception, the one that waits longest first, each leading to its check. */
export function Waiting() {
  const { t } = useTranslation('clerk');
  const query = useQuery(waitingQuery);
  return (
    <Stack gap="sm" component="section" aria-labelledby="waiting">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3" id="waiting">
          {t('intake.waiting')}
        </Title>
        <Anchor component={Link} href="/dossiers?tab=open&status=submitted" size="sm">
          {t('intake.allWaiting')}
        </Anchor>
      </Group>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm">{t('intake.noneWaiting')}</Text>
          ) : (
            <Table.ScrollContainer
              type="native"
              minWidth={560}
              tabIndex={0}
              role="region"
              aria-label={t('intake.waiting')}
            >
              <Table verticalSpacing="sm" withTableBorder>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('intake.project')}</Table.Th>
                    <Table.Th>{t('intake.from')}</Table.Th>
                    <Table.Th>{t('intake.since')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map(({ id, projectName, fileCode, requesterName, investorName, receivedOn }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Anchor component={Link} href={`/dossiers/${id}/reception`} fw={500}>
                          {projectName.trim() === '' ? (fileCode ?? id) : projectName}
                        </Anchor>
                      </Table.Td>
                      <Table.Td>{requesterName ?? investorName}</Table.Td>
                      <Table.Td className="tg-number">{formatDate(receivedOn)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Answer>
    </Stack>
  );
}
