import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type LetterValidity } from '#contracts';
import { formatDate } from '../../format/format.js';
import { ListTable } from '../../ui/list-table.js';
import { Tag } from '../../ui/status-tag.js';
import { type RegisteredLetter } from './register.query.js';

const TONES = {
  valid: 'green',
  confirmed: 'green',
  under_review: 'amber',
  replaced: 'grey',
  recalled: 'red',
} as const satisfies Record<LetterValidity, string>;

const COLUMNS = ['number', 'on', 'kind', 'dossier', 'addressees', 'validity'] as const;

/** Issued letters, each leading to itself in its dossier. */
export function RegisterTable({ items }: { items: readonly RegisteredLetter[] }) {
  const { t } = useTranslation(['clerk', 'dossier']);
  return (
    <ListTable
      label={t('register.table')}
      columns={COLUMNS.map((name) => t(`register.${name}`))}
      minWidth={860}
    >
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
          <Table.Td miw={140}>{t(`dossier:letters.kind.${item.kind}`)}</Table.Td>
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
    </ListTable>
  );
}
