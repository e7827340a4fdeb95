import { Anchor, Paper, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../format/format.js';
import { useMoney } from './money.js';
import { type ProjectItem } from './projects.query.js';
import { type RegisterFilter, type SortKey } from './register-filter.js';
import { StandingTags } from './standing-tag.js';

const COLUMNS = ['name', 'standing', 'sector', 'capitalVnd', 'registeredOn', 'decidedOn'] as const;
type Column = (typeof COLUMNS)[number];
const SORT_OF: Partial<Record<Column, SortKey>> = {
  name: 'name',
  capitalVnd: 'capitalVnd',
  registeredOn: 'registeredOn',
};

interface Props {
  items: readonly ProjectItem[];
  filter: RegisterFilter;
  onSort: (sort: SortKey, descending: boolean) => void;
}

export function RegisterTable({ items, filter, onSort }: Props) {
  const { t } = useTranslation('register');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900} tabIndex={0} role="region" aria-label={t('list')}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column) => (
                <ColumnHead key={column} column={column} filter={filter} onSort={onSort} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <ProjectRow key={item.id} item={item} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function ColumnHead({ column, filter, onSort }: Omit<Props, 'items'> & { column: Column }) {
  const { t } = useTranslation('register');
  const name = t(`columns.${column}`);
  const sort = SORT_OF[column];
  const ta = column === 'capitalVnd' ? 'right' : undefined;
  if (sort === undefined) return <Table.Th>{name}</Table.Th>;
  const sorted = filter.sort === sort;
  const Icon = !sorted ? IconArrowsSort : filter.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th ta={ta} aria-sort={!sorted ? undefined : filter.descending ? 'descending' : 'ascending'}>
      <UnstyledButton
        fw={600}
        fz="sm"
        mih={24}
        title={t('sortBy', { name })}
        style={{ whiteSpace: 'nowrap' }}
        onClick={() => onSort(sort, sorted && !filter.descending)}
      >
        {name} <Icon size={14} aria-hidden style={{ verticalAlign: '-2px', opacity: sorted ? 1 : 0.5 }} />
      </UnstyledButton>
    </Table.Th>
  );
}

function ProjectRow({ item }: { item: ProjectItem }) {
  const money = useMoney();
  return (
    <Table.Tr>
      <Table.Td miw={260}>
        <Anchor component={Link} href={`/projects/${item.id}`} fw={500}>
          {item.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {[item.investorName, item.investorTaxCode].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <StandingTags {...item} />
      </Table.Td>
      <Table.Td>{item.sectorVsic}</Table.Td>
      <Table.Td ta="right" className="tg-number">
        {money(item.capitalVnd)}
      </Table.Td>
      <Table.Td className="tg-number">{formatDate(item.registeredOn)}</Table.Td>
      <Table.Td className="tg-number">{formatDate(item.decidedOn)}</Table.Td>
    </Table.Tr>
  );
}
