import { Anchor, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type LetterKind } from '#contracts';
import { DueLabel } from '../../ui/due-label.js';
import { Tag } from '../../ui/status-tag.js';
import { queueAddress, type QueuedLetter } from './letter-queue.query.js';

/** The queue, the most urgent letter first. */
export function QueueTable({ items, kind }: { items: readonly QueuedLetter[]; kind: LetterKind | null }) {
  const { t } = useTranslation(['clerk', 'dossier']);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={640} tabIndex={0} role="region" aria-label={t('letters.list')}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('letters.letter')}</Table.Th>
              <Table.Th>{t('letters.dossier')}</Table.Th>
              <Table.Th>{t('letters.due')}</Table.Th>
              <Table.Th>{t('letters.waiting')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr key={item.letterId}>
                <Table.Td>
                  <Anchor component={Link} href={queueAddress(kind, item.letterId)} fw={600}>
                    {t(`dossier:letters.kind.${item.kind}`)}
                  </Anchor>
                </Table.Td>
                <Table.Td miw={220} style={{ overflowWrap: 'anywhere' }}>
                  {item.projectName}
                  <Text size="xs" c="dimmed">
                    {item.fileCode}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <DueLabel dueOn={item.dueOn} />
                  {item.deadlineNear && <Tag tone="amber">{t('letters.near')}</Tag>}
                </Table.Td>
                <Table.Td className="tg-number">{t('letters.days', { count: item.ageDays })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
