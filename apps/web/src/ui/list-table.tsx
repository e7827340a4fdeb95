import { Paper, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import classes from './row-cards.module.css';

interface Props {
  /** What the table is, for who cannot see it. */
  label: string;
  /** Names of columns, or heads of their own (`SortableHead`). */
  columns: readonly ReactNode[];
  /** Below this width it is scrolled sideways, by the keyboard too. */
  minWidth: number;
  /** On a phone each row is a card; its cells say by `data-label` which column they are. */
  cards?: boolean;
  /** The rows. */
  children: ReactNode;
}

/** A list as a table. */
export function ListTable({ label, columns, minWidth, cards = false, children }: Props) {
  return (
    <Paper withBorder>
      <Table.ScrollContainer
        minWidth={minWidth}
        tabIndex={0}
        role="region"
        aria-label={label}
        {...(cards && { className: classes.cards })}
      >
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) =>
                typeof column === 'string' ? <Table.Th key={column}>{column}</Table.Th> : column,
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

interface SortableProps {
  name: string;
  /** What a click does, in words. */
  title: string;
  /** How the list is sorted by it; null: by something else. */
  sorted: 'ascending' | 'descending' | null;
  align?: 'right' | undefined;
  onSort: (descending: boolean) => void;
}
const ICONS = { ascending: IconArrowUp, descending: IconArrowDown };

/** The head of a column by which a list is sorted: first upwards, and the other way when it is already. */
export function SortableHead({ name, title, sorted, align, onSort }: SortableProps) {
  const Icon = sorted === null ? IconArrowsSort : ICONS[sorted];
  return (
    <Table.Th ta={align} aria-sort={sorted ?? undefined}>
      <UnstyledButton
        fw={600}
        fz="sm"
        mih={24}
        title={title}
        style={{ whiteSpace: 'nowrap' }}
        onClick={() => onSort(sorted === 'ascending')}
      >
        {name}{' '}
        <Icon size={14} aria-hidden style={{ verticalAlign: '-2px', opacity: sorted === null ? 0.5 : 1 }} />
      </UnstyledButton>
    </Table.Th>
  );
}
