import { Anchor, Table, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Schema } from '../../../api/schema-names.js';
import { formatDate, formatInstant } from '../../../format/format.js';
import { DueLabel } from '../../../ui/due-label.js';
import { ListTable, SortableHead } from '../../../ui/list-table.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { addressIn } from './list-links.js';
import { isSettled } from '../settled.js';
import { Turn } from './turn.js';
import { type Column, SORT_OF } from './worklist-columns.js';
import { type SortKey, type WorklistFilter, writeFilter } from './worklist-filter.js';

type Item = Schema<'DossierListItemDto'>;

/** Names and sentences want to stand in few lines, in pixels. */
const WIDTHS: Partial<Record<Column, number>> = { project: 220, investor: 180, turn: 150, lead: 130 };

interface CellProps {
  item: Item;
  /** The list of which it is a row. */
  listed: WorklistFilter;
  withCode: boolean;
}
interface Props {
  items: readonly Item[];
  /** The filter of these items. */
  listed: WorklistFilter;
  columns: readonly Column[];
  /** The filter that is chosen: its items may still be on their way. */
  filter: WorklistFilter;
  onSort: (sort: SortKey, descending: boolean) => void;
}

/** The list as a table; heads show what is chosen at once, rows follow. */
export function WorklistTable({ items, listed, columns, filter, onSort }: Props) {
  const { t } = useTranslation('desk');
  return (
    <ListTable
      label={t('list')}
      cards
      minWidth={columns.length * 140}
      columns={columns.map((column) => (
        <ColumnHead key={column} column={column} filter={filter} onSort={onSort} />
      ))}
    >
      {items.map((item) => (
        <Row key={item.id} {...{ item, columns, listed }} />
      ))}
    </ListTable>
  );
}

/** Drawn again only where its dossier, its list or the columns are others. */
const Row = memo(function Row({ item, columns, listed }: Pick<Props, 'columns' | 'listed'> & { item: Item }) {
  const { t } = useTranslation('desk');
  return (
    <Table.Tr>
      {columns.map((column) => (
        <Table.Td key={column} miw={WIDTHS[column]} data-label={t(`columns.${column}`)}>
          <Cell {...{ column, item, listed }} withCode={!columns.includes('code')} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
});

function ColumnHead({ column, filter, onSort }: Pick<Props, 'filter' | 'onSort'> & { column: Column }) {
  const { t } = useTranslation('desk');
  const sort = SORT_OF[column];
  const name = t(`columns.${column}`);
  if (sort === undefined) return <Table.Th>{name}</Table.Th>;
  return (
    <SortableHead
      name={name}
      title={t('sortBy', { name })}
      sorted={filter.sort !== sort ? null : filter.descending ? 'descending' : 'ascending'}
      onSort={(descending) => onSort(sort, descending)}
    />
  );
}

function Cell({ column, item, listed, withCode }: CellProps & { column: Column }) {
  const { t } = useTranslation(['desk', 'words']);
  switch (column) {
    case 'project':
      return <ProjectCell {...{ item, listed, withCode }} />;
    case 'code':
      return <span className="tg-number">{item.fileCode}</span>;
    case 'investor':
      return item.investorName ?? item.requesterName;
    case 'procedure':
      return t(`words:procedure.${item.procedureId as 'opinion'}`);
    case 'status':
      return <StatusTag status={item.status} of={item} />;
    case 'turn':
      return (
        <Turn
          status={item.status}
          actions={item.actions}
          dossierId={item.id}
          list={writeFilter(listed).toString()}
        />
      );
    case 'lead':
      return item.leadAppraiserName;
    case 'received':
      return <span className="tg-number">{formatDate(item.receivedOn)}</span>;
    case 'updated':
      return <span className="tg-number">{formatInstant(item.updatedAt)}</span>;
    case 'due':
      return <DueLabel dueOn={item.dueOn} done={isSettled(item)} />;
  }
}

function ProjectCell({ item, listed, withCode }: CellProps) {
  const { t } = useTranslation('desk');
  const { id, projectName, fileCode, investorName } = item;
  return (
    <>
      <Anchor component={Link} href={addressIn(id, listed)} fw={500}>
        {projectName.trim() === '' ? t('unnamed') : projectName}
      </Anchor>
      {withCode && (
        <Text size="sm" c="dimmed">
          {[fileCode, investorName].filter(Boolean).join(' · ')}
        </Text>
      )}
    </>
  );
}
