import { Anchor, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type LetterValidity } from '#contracts';
import { formatDate } from '../../format/format.js';
import { Tag } from '../../ui/status-tag.js';
import { type RegisteredLetter } from './register.query.js';

const TONES = {
  valid: 'green',
  confirmed: 'green',
  under_review: 'amber',
  replaced: 'grey',
  recalled: 'red',
} as const satisfies Record<LetterValidity, string>;

/** Issued letters, each leading to itself in its dossier. */
export function RegisterTable({ items }: { items: readonly RegisteredLetter[] }) {
  const { t } = useTranslation(['clerk', 'dossier']);
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={860} tabIndex={0} role="region" aria-label={t('register.table')}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {(['number', 'on', 'kind', 'dossier', 'addressees', 'validity'] as const).map((name) => (
                <Table.Th key={name}>{t(`register.${name}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr key={item.letterId}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Anchor
                    component={Link}
                    href={`/dossiers/${item.dossierId}/letters?letter=${item.letterId}`}
                    fw={600}
                  >
                    {item.number}
                  </Anchor>
                </Table.Td>
                <Table.Td className="tg-number">{formatDate(item.issuedOn)}</Table.Td>
                <Table.Td>{t(`dossier:letters.kind.${item.kind}`)}</Table.Td>
                <Table.Td miw={200} style={{ overflowWrap: 'anywhere' }}>
                  {item.projectName}
                  <Text size="xs" c="dimmed">
                    {item.fileCode}
                  </Text>
                </Table.Td>
                <Table.Td miw={180}>{item.addressees.join('; ')}</Table.Td>
                <Table.Td>
                  <Tag tone={TONES[item.validity]}>{t(`dossier:letters.validity.${item.validity}`)}</Tag>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
