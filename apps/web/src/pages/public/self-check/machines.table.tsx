import { ActionIcon, Table, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ClipboardEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_MACHINES } from '#contracts';
import { formatNumber } from '../../../format/format.js';
import { type CellProps, ChoiceCell, TextCell, useItemChoices } from './cell.fields.js';
import { cellId } from './facts-of-form.js';
import { isTable, type PastedRows } from './pasted-table.js';
import { type LineRow, MACHINE_FIELDS, type MachineField, type MachineRow } from './self-check.form.js';

const WIDTHS: Record<MachineField, number> = {
  ...{ name: 140, hsCode: 100, yearMade: 72, plannedArrivalYear: 72 },
  ...{ condition: 160, acquisition: 132, standards: 118, lineRef: 146 },
};
export interface MachineActs {
  change: (id: string, field: MachineField, text: string) => void;
  remove: (id: string) => void;
  pasteTable: (id: string, field: MachineField, text: string) => void;
}
interface Props {
  machines: readonly MachineRow[];
  /** How many machines stand on the pages before. */
  first: number;
  lines: LineRow[];
  faults: ReadonlyMap<string, string>;
  acts: MachineActs;
}

export function MachinesTable({ machines, first, lines, faults, acts }: Props) {
  const { t } = useTranslation('public');
  const lineNames = lines
    .map(
      ({ id, technologyName }, index) =>
        `${id}\t${technologyName || t('selfCheck.line', { number: index + 1 })}`,
    )
    .join('\n');
  return (
    <Table.ScrollContainer minWidth={980} tabIndex={0} role="region" aria-label={t('selfCheck.machines')}>
      <Table verticalSpacing={6} horizontalSpacing={4} withRowBorders={false} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            {MACHINE_FIELDS.map((field) => (
              <Table.Th key={field} w={WIDTHS[field]}>
                {t(`selfCheck.fields.${field}`)}
              </Table.Th>
            ))}
            <Table.Th w={40} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {machines.map((machine, index) => (
            <MachineLine
              key={machine.id}
              {...{ machine, lineNames, acts }}
              number={first + index + 1}
              faults={faultsOf(machine, faults)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** The faults of a row as one text, so that a row whose faults are the same is not drawn again. */
const faultsOf = ({ id }: MachineRow, faults: ReadonlyMap<string, string>): string =>
  MACHINE_FIELDS.flatMap((field) => {
    const fault = faults.get(cellId(id, field));
    return fault === undefined ? [] : [`${field}\t${fault}`];
  }).join('\n');
const pairs = (text: string): [string, string][] =>
  text === '' ? [] : text.split('\n').map((row) => row.split('\t') as [string, string]);

interface LineProps {
  machine: MachineRow;
  number: number;
  /** Id and name of each line, one on each row of the text. */
  lineNames: string;
  faults: string;
  acts: MachineActs;
}

/** One machine. Drawn only when it changes: each has eight inputs. */
const MachineLine = memo(function MachineLine({ machine, number, lineNames, faults, acts }: LineProps) {
  const { t } = useTranslation('public');
  const choices = useItemChoices();
  const { id } = machine;
  const faultByField = new Map(pairs(faults));
  const lineChoices = [
    { value: '', label: t('selfCheck.noLine') },
    ...pairs(lineNames).map(([value, label]) => ({ value, label })),
  ];
  const bind = (field: MachineField): CellProps => ({
    ...{ row: id, field, value: machine[field], error: faultByField.get(field) },
    label: t('selfCheck.cellOf', { field: t(`selfCheck.fields.${field}`), number }),
    onChange: (text) => acts.change(id, field, text),
    onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
      const text = event.clipboardData.getData('text/plain');
      if (!isTable(text)) return;
      event.preventDefault();
      acts.pasteTable(id, field, text);
    },
  });
  const choicesOf = { condition: choices.condition, acquisition: choices.acquisition, lineRef: lineChoices };
  return (
    <Table.Tr>
      {MACHINE_FIELDS.map((field) => (
        <Table.Td key={field} valign="top">
          {field === 'condition' || field === 'acquisition' || field === 'lineRef' ? (
            <ChoiceCell {...bind(field)} choices={choicesOf[field]} />
          ) : (
            <TextCell {...bind(field)} />
          )}
        </Table.Td>
      ))}
      <Table.Td valign="top">
        <ActionIcon
          variant="subtle"
          size={36}
          aria-label={t('selfCheck.removeMachine', { number })}
          title={t('selfCheck.removeMachine', { number })}
          onClick={() => acts.remove(id)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
});

/** What happened to the table, for whoever does not see it. */
export function PasteNotice({ rows, left }: PastedRows) {
  const { t } = useTranslation('public');
  const most = formatNumber(MOST_MACHINES);
  return (
    <Text size="sm" role="status">
      {rows > 0 && t('selfCheck.pasted', { count: rows, shown: formatNumber(rows) })}{' '}
      {left > 0 && t('selfCheck.leftOut', { count: left, shown: formatNumber(left), most })}
    </Text>
  );
}
