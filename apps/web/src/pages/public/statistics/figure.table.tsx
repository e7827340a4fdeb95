import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import classes from './figure.module.css';

interface Props {
  title: string;
  /** What is counted, and how. */
  basis: string;
  columns: readonly string[];
  rows: readonly { name: string; cells: readonly ReactNode[] }[];
}

/** Figures of one kind as a table, with the sentence that says what they count. */
export function FigureTable({ title, basis, columns, rows }: Props) {
  return (
    <Paper withBorder p="lg" component="section" className={classes.figures}>
      <Stack gap="xs">
        <Title order={2}>{title}</Title>
        <Table.ScrollContainer minWidth={440} tabIndex={0} role="region" aria-label={title}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {columns.map((column, index) => (
                  <Table.Th key={column} className={index === 0 ? undefined : classes.number}>
                    {column}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ name, cells }) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" className={classes.name}>
                    {name}
                  </Table.Th>
                  {cells.map((cell, index) => (
                    <Table.Td key={index} className={classes.number}>
                      {cell}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Text size="sm" c="dimmed">
          {basis}
        </Text>
      </Stack>
    </Paper>
  );
}

/** The number beside it once more as a length: a help for the eye, silent for a screen reader. */
export function Bar({ value, most }: { value: number | null; most: number }) {
  if (value === null || most === 0) return null;
  return <meter className={classes.bar} value={value} max={most} aria-hidden />;
}
