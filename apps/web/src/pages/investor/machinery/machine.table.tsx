import { Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Row, type ValueFault } from '../draft/draft.types.js';
import { removeRows } from '../draft/edit-rows.js';
import { useEditing } from '../edit/draft.context.js';
import classes from '../edit/edit.module.css';
import { MACHINE_COLUMNS } from '../fields/field.types.js';
import { MachineRow } from './machine.row.js';

interface Props {
  rows: Row[];
  /** How many rows stand before these. */
  first: number;
}

const NO_FAULTS: ValueFault[] = [];

/** One page of machines. */
export function MachineTable({ rows, first }: Props) {
  const { t } = useTranslation('investor');
  const { state, faults, edit } = useEditing();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const byRow = Map.groupBy(faults, ({ id }) => id);
  const choose = (id: string, isChosen: boolean) =>
    setChosen((known) => new Set(isChosen ? [...known, id] : [...known].filter((one) => one !== id)));
  const remove = () => {
    edit((draft) => removeRows(draft, 'equipment', chosen));
    setChosen(new Set());
  };
  return (
    <div className={classes.machines}>
      <Table.ScrollContainer minWidth={1100} tabIndex={0} role="region" aria-label={t('machines.table')}>
        <Table verticalSpacing={4} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Checkbox
                  aria-label={t('machines.chooseAll')}
                  checked={rows.length > 0 && rows.every((row) => chosen.has(String(row['id'])))}
                  onChange={({ currentTarget: { checked } }) =>
                    setChosen(new Set(checked ? rows.map((row) => String(row['id'])) : []))
                  }
                />
              </Table.Th>
              <Table.Th>{t('machines.rowNumber')}</Table.Th>
              {MACHINE_COLUMNS.map((column) => (
                <Table.Th key={column}>{t(`columns.${column}`)}</Table.Th>
              ))}
              <Table.Th>{t('machines.more')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              <MachineRow
                key={String(row['id'])}
                row={row}
                number={first + index + 1}
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
      {chosen.size > 0 && (
        <Group mt="xs">
          <Text size="sm">{t('machines.chosen', { count: chosen.size })}</Text>
          <Button size="xs" variant="default" onClick={remove}>
            {t('machines.remove', { count: chosen.size })}
          </Button>
        </Group>
      )}
    </div>
  );
}
