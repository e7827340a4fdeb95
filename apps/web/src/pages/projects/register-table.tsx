import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../format/format.js';
import { ListTable, SortableHead } from '../../ui/list-table.js';
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
    <ListTable
      label={t('list')}
      minWidth={900}
      columns={COLUMNS.map((column) => (
        <ColumnHead key={column} column={column} filter={filter} onSort={onSort} />
      ))}
    >
      {items.map((item) => (
        <ProjectRow key={item.id} item={item} />
      ))}
    </ListTable>
  );
}

function ColumnHead({ column, filter, onSort }: Omit<Props, 'items'> & { column: Column }) {
  const { t } = useTranslation('register');
  const name = t(`columns.${column}`);
  const sort = SORT_OF[column];
  if (sort === undefined) return <Table.Th>{name}</Table.Th>;
  return (
    <SortableHead
      name={name}
      title={t('sortBy', { name })}
      sorted={filter.sort !== sort ? null : filter.descending ? 'descending' : 'ascending'}
      align={column === 'capitalVnd' ? 'right' : undefined}
      onSort={(descending) => onSort(sort, descending)}
    />
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
