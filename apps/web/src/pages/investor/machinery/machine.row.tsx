import { Button, Checkbox, Stack, Table, Text } from '@mantine/core';
import { Fragment, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, type Row, same, type ValueFault } from '../draft/draft.types.js';
import { changeRow } from '../draft/edit-rows.js';
import classes from '../edit/edit.module.css';
import { namedField } from '../edit/named-field.js';
import { SourceMark } from '../edit/source-mark.js';
import { TakenOverMark } from '../edit/taken-over-mark.js';
import { FactField } from '../fields/fact.field.js';
import { type FieldName, MACHINE_COLUMNS, MACHINE_DETAILS } from '../fields/field.types.js';
import { useFaultText } from '../fields/use-fault-text.js';
import { useAskedBy } from '../preview/use-draft-preview.js';
import { MachineCell } from './machine.cell.js';

interface Props {
  row: Row;
  number: number;
  lines: Row[];
  faults: ValueFault[];
  chosen: boolean;
  onChoose: (id: string, chosen: boolean) => void;
  edit: (change: (draft: Draft) => Draft) => void;
}

const equal = (before: Props, after: Props): boolean =>
  before.row === after.row &&
  before.number === after.number &&
  before.chosen === after.chosen &&
  before.lines === after.lines &&
  same(before.faults, after.faults);

/** Whether somebody is led to a fact of this machine that stands below its row. */
function isNamedDetail(id: string): boolean {
  const { row, field } = namedField();
  return row === id && MACHINE_DETAILS.some((detail) => detail === field);
}

/** One machine in the table. It is drawn again only when it changed: keys are answered at once in long lists. */
export const MachineRow = memo(function MachineRow({
  row,
  number,
  lines,
  faults,
  chosen,
  onChoose,
  edit,
}: Props) {
  const { t } = useTranslation('investor');
  const faultText = useFaultText();
  const id = String(row['id']);
  const [opened, setOpened] = useState(() => isNamedDetail(id));
  const set = (field: string) => (value: unknown) =>
    edit((draft) => changeRow(draft, 'equipment', id, field, value));
  const faultOf = (field: string) => faults.find((fault) => fault.field === field);
  return (
    <>
      <Table.Tr className={faults.length > 0 ? classes.rowFault : undefined}>
        <Table.Td>
          <Checkbox
            aria-label={t('machines.choose', { number })}
            checked={chosen}
            onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
          />
        </Table.Td>
        <Table.Td className="tg-number">{number}</Table.Td>
        {MACHINE_COLUMNS.map((column) => (
          <Table.Td
            key={column}
            className={`${classes.cell} ${column === 'name' ? `${classes.wide} ${classes.stuck}` : ''}`}
            data-column={column}
          >
            <MachineCell
              id={`${id}-${column}`}
              label={t('machines.cell', { column: t(`columns.${column}`), number })}
              name={column}
              value={row[column]}
              lines={lines}
              faulty={faultOf(column) !== undefined}
              onChange={set(column)}
            />
          </Table.Td>
        ))}
        <Table.Td>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
            aria-label={t('machines.moreOf', { number })}
          >
            {opened ? t('machines.less') : t('machines.more')}
          </Button>
        </Table.Td>
      </Table.Tr>
      {(faults.length > 0 || opened) && (
        <Table.Tr className={faults.length > 0 ? classes.rowFault : undefined}>
          <Table.Td />
          <Table.Td colSpan={MACHINE_COLUMNS.length + 2}>
            {faults.map((fault) => (
              <Text key={`${fault.field} ${fault.code}`} size="sm" c="var(--mantine-color-error)">
                {fault.field !== null && t(`fields.${fault.field as FieldName}`)}: {faultText(fault)}
              </Text>
            ))}
            {opened && <MachineDetails {...{ id, row, faultOf, set }} />}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}, equal);

interface DetailsProps {
  id: string;
  row: Row;
  faultOf: (field: string) => ValueFault | undefined;
  set: (field: string) => (value: unknown) => void;
}

/** Facts of a machine that have no column. */
function MachineDetails({ id, row, faultOf, set }: DetailsProps) {
  const { t } = useTranslation('investor');
  const askedBy = useAskedBy();
  return (
    <Stack gap="sm" py="sm" className={classes.details}>
      {MACHINE_COLUMNS.map((field) => (
        <SourceMark
          key={field}
          named
          place={{ section: 'equipment', id, field }}
          name={t(`columns.${field}`)}
        />
      ))}
      {MACHINE_DETAILS.map((field) => (
        <Fragment key={field}>
          <FactField
            id={`${id}-${field}`}
            name={field}
            value={row[field]}
            note={askedBy(id, field)}
            fault={faultOf(field)}
            onChange={set(field)}
          />
          <TakenOverMark place={{ section: 'equipment', id, field }} name={field} />
          <SourceMark place={{ section: 'equipment', id, field }} name={t(`fields.${field}`)} />
        </Fragment>
      ))}
    </Stack>
  );
}
