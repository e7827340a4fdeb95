import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_MACHINES } from '#contracts';
import { formatNumber } from '../../format/format.js';
import { PagedRows } from '../../ui/paged-rows.js';
import { type Row } from '../investor/draft/draft.types.js';
import editClasses from '../investor/edit/edit.module.css';
import { FactField } from '../investor/fields/fact.field.js';
import { type FieldName, MACHINE_COLUMNS, MACHINE_MEASURES } from '../investor/fields/field.types.js';
import { useFaultText } from '../investor/fields/use-fault-text.js';
import { MachineCell } from '../investor/machinery/machine.cell.js';
import { type ProposedMachine, type ReadList, type ReadMachine } from './machine-proposal.js';
import { type Machines } from './use-intake.js';

const PAGE_ROWS = 25;
/** A longer name of a cell would make the column wider than its values. */
const SHORT = 14;

interface Props {
  machines: Machines;
  list: ReadList;
}

/** The proposed machines, page by page, those to be mended alone where that is wanted. */
export function MachineRows({ machines: { machines, removed, mend, remove }, list }: Props) {
  const { t } = useTranslation(['clerk', 'investor']);
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const faulty = machines.filter(({ faults }) => faults.length > 0);
  const found = onlyFaulty ? faulty : machines;
  if (list.machines.length === 0) return <Text size="sm">{t('investor:import.faults.no_rows')}</Text>;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {t('intake.list.found', {
          count: machines.length,
          shown: formatNumber(machines.length),
          lines: formatNumber(list.lines.length),
        })}{' '}
        {removed.length > 0 &&
          t('intake.list.removed', { count: removed.length, shown: formatNumber(removed.length) })}{' '}
        {machines.length > MOST_MACHINES &&
          t('intake.list.tooMany.machines', { most: formatNumber(MOST_MACHINES) })}
      </Text>
      {(faulty.length > 0 || onlyFaulty) && (
        <Group>
          <Button
            size="xs"
            variant="default"
            aria-pressed={onlyFaulty}
            onClick={() => setOnlyFaulty(!onlyFaulty)}
          >
            {onlyFaulty
              ? t('investor:machines.showAll')
              : t('investor:machines.showFaulty', { count: faulty.length })}
          </Button>
        </Group>
      )}
      <PagedRows rows={found} size={PAGE_ROWS}>
        {(rows) => <Rows rows={rows} lines={list.lines} onMend={mend} onRemove={remove} />}
      </PagedRows>
    </Stack>
  );
}

interface RowsProps {
  rows: readonly ProposedMachine[];
  lines: Row[];
  onMend: (machine: ReadMachine, field: string, value: unknown) => void;
  onRemove: (id: string) => void;
}

function Rows({ rows, lines, onMend, onRemove }: RowsProps) {
  const { t } = useTranslation(['clerk', 'investor']);
  return (
    <Table.ScrollContainer
      minWidth={1180}
      tabIndex={0}
      role="region"
      aria-label={t('investor:machines.table')}
    >
      <Table verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('investor:import.row')}</Table.Th>
            {MACHINE_COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`investor:columns.${column}`)}</Table.Th>
            ))}
            <Table.Th aria-label={t('intake.list.remove')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((machine) => (
            <MachineLine key={machine.id} {...{ machine, lines, onMend, onRemove }} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type LineProps = Omit<RowsProps, 'rows'> & { machine: ProposedMachine };
const same = (before: LineProps, after: LineProps): boolean =>
  before.lines === after.lines && JSON.stringify(before.machine) === JSON.stringify(after.machine);

/** One machine: its values with their cells, and below them what the file says where it cannot be read. */
const MachineLine = memo(function MachineLine({ machine, lines, onMend, onRemove }: LineProps) {
  const { t } = useTranslation(['clerk', 'investor']);
  const { id, row, faults } = machine;
  const number = Number(id.slice(2));
  const details = MACHINE_MEASURES.filter((field) => faults.some((fault) => fault.field === field));
  const tone = faults.length > 0 ? editClasses.rowFault : undefined;
  return (
    <>
      <Table.Tr className={tone}>
        <Table.Td className="tg-number">{number}</Table.Td>
        {MACHINE_COLUMNS.map((column) => (
          <Table.Td
            key={column}
            className={`${editClasses.cell} ${column === 'name' ? editClasses.wide : ''}`}
          >
            <MachineCell
              id={`${id}-${column}`}
              label={t('intake.list.cell', { column: t(`investor:columns.${column}`), number })}
              name={column}
              value={row[column]}
              lines={lines}
              faulty={faults.some(({ field }) => field === column)}
              onChange={(value) => onMend(machine, column, value)}
            />
            <Origin machine={machine} field={column} />
          </Table.Td>
        ))}
        <Table.Td>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('intake.list.removeOf', { number })}
            onClick={() => onRemove(id)}
          >
            {t('intake.list.remove')}
          </Button>
        </Table.Td>
      </Table.Tr>
      {faults.length > 0 && (
        <Table.Tr className={tone}>
          <Table.Td />
          <Table.Td colSpan={MACHINE_COLUMNS.length + 1}>
            <Faults machine={machine} />
            {details.map((field) => (
              <FactField
                key={field}
                id={`${id}-${field}`}
                name={field}
                value={row[field]}
                fault={undefined}
                onChange={(value) => onMend(machine, field, value)}
              />
            ))}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}, same);

/** Where a value stands in the file, that it was typed, or that it is not known. */
function Origin({ machine, field }: { machine: ProposedMachine; field: FieldName }) {
  const { t } = useTranslation('clerk');
  const { places, mended, row } = machine;
  const place = places[field];
  const isKnown = row[field] !== undefined;
  const short = place && place.length > SHORT ? place.slice(place.lastIndexOf('!') + 1) : place;
  const text = mended.includes(field)
    ? t(isKnown ? 'intake.list.mended' : 'intake.list.emptied')
    : isKnown
      ? short
      : t('intake.list.unknown');
  return (
    <Text size="xs" c="dimmed" title={place} style={{ whiteSpace: 'nowrap' }}>
      {text}
    </Text>
  );
}

function Faults({ machine: { faults, places, written, mended } }: { machine: ProposedMachine }) {
  const { t } = useTranslation(['clerk', 'investor']);
  const faultText = useFaultText();
  return faults.map((fault) => {
    const field = fault.field as FieldName;
    const [place, says] = mended.includes(field) ? [] : [places[field], written[field]];
    return (
      <Text key={`${field} ${fault.code}`} size="sm" c="var(--mantine-color-error)">
        {t(`investor:fields.${field}`)}: {faultText(fault)}{' '}
        {place && says && t('intake.list.says', { place, written: says.slice(0, 80) })}
      </Text>
    );
  });
}
