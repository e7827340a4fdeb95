import { Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Row, type ValueFault } from '../draft/draft.types.js';
import { useEditing } from '../edit/draft.context.js';
import classes from '../edit/edit.module.css';
import { MACHINE_COLUMNS } from '../fields/field.types.js';
import { MachineRow } from './machine.row.js';
import { useExchange } from './use-exchange.js';
import { useWider } from './use-wider.js';

interface Props {
  rows: Row[];
  /** The number of each machine in the whole list, by its id: a search does not change it. */
  numbers: ReadonlyMap<string, number>;
}

const NO_FAULTS: ValueFault[] = [];

/** One page of machines. */
export function MachineTable({ rows, numbers }: Props) {
  const { t } = useTranslation('investor');
  const { state, faults, edit } = useEditing();
  const { scroller, isWider } = useWider();
  const exchange = useExchange();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const byRow = Map.groupBy(faults, ({ id }) => id);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((known) => new Set(isChosen ? [...known, id] : [...known].filter((one) => one !== id)));
  // What is out of sight is never removed, whatever was chosen there.
  const picked = rows.filter(({ id }) => chosen.has(String(id)));
  const chooseAll = (isChosen: boolean) => {
    const shown = new Set(rows.map(({ id }) => String(id)));
    setChosen((known) => new Set([...[...known].filter((id) => !shown.has(id)), ...(isChosen ? shown : [])]));
  };
  return (
    <div className={classes.machines}>
      {isWider && (
        <Text size="sm" c="dimmed" mb={4}>
          {t('machines.wider')}
        </Text>
      )}
      <Table.ScrollContainer
        type="native"
        ref={scroller}
        className={classes.scroller}
        minWidth={1280}
        tabIndex={0}
        role="region"
        aria-label={t('machines.table')}
      >
        <Table verticalSpacing={4} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Checkbox
                  aria-label={t('machines.chooseAll')}
                  checked={rows.length > 0 && picked.length === rows.length}
                  onChange={({ currentTarget }) => chooseAll(currentTarget.checked)}
                />
              </Table.Th>
              <Table.Th>{t('machines.rowNumber')}</Table.Th>
              {MACHINE_COLUMNS.map((column) => (
                <Table.Th key={column} className={column === 'name' ? classes.stuck : undefined}>
                  {t(`columns.${column}`)}
                </Table.Th>
              ))}
              <Table.Th>{t('machines.more')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <MachineRow
                key={String(row['id'])}
                row={row}
                number={numbers.get(String(row['id'])) ?? 0}
                lines={state.draft.lines}
                faults={byRow.get(String(row['id'])) ?? NO_FAULTS}
                chosen={chosen.has(String(row['id']))}
                onChoose={choose}
                edit={edit}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {picked.length > 0 && (
        <Group mt="xs">
          <Text size="sm">{t('machines.chosen', { count: picked.length })}</Text>
          <Button size="xs" variant="default" onClick={() => exchange(picked)}>
            {t('machines.remove', { count: picked.length })}
          </Button>
        </Group>
      )}
    </div>
  );
}
