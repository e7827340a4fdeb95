import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../../format/format.js';
import { type FieldName, MACHINE_COLUMNS } from '../../fields/field.types.js';
import { useFaultText } from '../../fields/use-fault-text.js';
import { useValueText } from '../../fields/use-value-text.js';
import { faultKinds } from '../../../../machine-list/fault-kinds.js';
import { type JudgedRow } from '../../../../machine-list/judge-rows.js';
import { Notice } from '../../../../ui/notice.js';
import { Pages } from '../../../../ui/pages.js';

const SHOWN = 50;
const SAMPLE = 5;

interface Props {
  rows: JudgedRow[];
  /** How many machines there is room for. */
  room: number;
  /** There would be more room in the stead of the machines that are listed now. */
  mayReplace: boolean;
  onTake: (rows: JudgedRow[]) => void;
}

/** What would be taken over, and every fault with its row; nothing is in the draft yet. */
export function ImportPreview({ rows, room, mayReplace, onTake }: Props) {
  const { t } = useTranslation('investor');
  const sound = useMemo(() => rows.filter(({ faults }) => faults.length === 0), [rows]);
  const faulty = rows.length - sound.length;
  return (
    <Stack gap="md">
      <Text role="status">
        {t('import.found', {
          rows: formatNumber(rows.length),
          sound: formatNumber(sound.length),
          faulty: formatNumber(faulty),
        })}
      </Text>
      {rows.length > room && (
        <Notice tone="amber" title={t('import.tooMany')} role="alert">
          {t(mayReplace ? 'import.tooManyReplace' : 'import.tooManyText', { room: formatNumber(room) })}
        </Notice>
      )}
      <Sample rows={rows.slice(0, SAMPLE)} />
      {faulty > 0 && <FaultKinds rows={rows} />}
      {faulty > 0 && <Faults rows={rows} />}
      <Group>
        <Button disabled={sound.length === 0 || sound.length > room} onClick={() => onTake(sound)}>
          {t('import.takeSound', { rows: formatNumber(sound.length) })}
        </Button>
        {faulty > 0 && (
          <Button variant="default" disabled={rows.length > room} onClick={() => onTake(rows)}>
            {t('import.takeAll', { rows: formatNumber(rows.length) })}
          </Button>
        )}
      </Group>
      {faulty > 0 && (
        <Text size="sm" c="dimmed">
          {t('import.takeAllText')}
        </Text>
      )}
    </Stack>
  );
}

function Sample({ rows }: { rows: JudgedRow[] }) {
  const { t } = useTranslation('investor');
  const valueText = useValueText();
  return (
    <Table.ScrollContainer minWidth={800} tabIndex={0} role="region" aria-label={t('import.sample')}>
      <Table verticalSpacing={4}>
        <Table.Caption>{t('import.sample')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {MACHINE_COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`columns.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ number, row }) => (
            <Table.Tr key={number}>
              {MACHINE_COLUMNS.map((column) => (
                <Table.Td key={column}>
                  {row[column] === undefined ? '' : valueText(column, row[column])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** What is wrong, once for each column: mended in one go in the spreadsheet program. */
const FaultKinds = memo(function FaultKinds({ rows }: { rows: JudgedRow[] }) {
  const { t } = useTranslation(['investor', 'editor']);
  const faultText = useFaultText();
  return (
    <Table.ScrollContainer minWidth={480} tabIndex={0} role="region" aria-label={t('editor:kinds.title')}>
      <Table verticalSpacing={4}>
        <Table.Caption>{t('editor:kinds.title')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.field')}</Table.Th>
            <Table.Th>{t('import.wrong')}</Table.Th>
            <Table.Th>{t('editor:kinds.rows')}</Table.Th>
            <Table.Th>{t('editor:kinds.first')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faultKinds(rows).map(({ fault, rows: many, first }) => (
            <Table.Tr key={`${fault.field} ${fault.code}`}>
              <Table.Td>{t(`fields.${fault.field as FieldName}`)}</Table.Td>
              <Table.Td>{faultText(fault)}</Table.Td>
              <Table.Td className="tg-number">{formatNumber(many)}</Table.Td>
              <Table.Td className="tg-number">{formatNumber(first)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
});

const Faults = memo(function Faults({ rows }: { rows: JudgedRow[] }) {
  const { t } = useTranslation('investor');
  const faultText = useFaultText();
  const [page, setPage] = useState(1);
  const faults = useMemo(
    () =>
      rows.flatMap(({ number, faults: found, written }) =>
        found.map((fault) => ({ number, fault, written })),
      ),
    [rows],
  );
  const pages = Math.ceil(faults.length / SHOWN);
  return (
    <Stack gap="xs">
      <Title order={3}>
        {t('import.faultsTitle', { count: faults.length, shown: formatNumber(faults.length) })}
      </Title>
      <Table.ScrollContainer minWidth={560} tabIndex={0} role="region" aria-label={t('import.faultsTable')}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.row')}</Table.Th>
              <Table.Th>{t('import.field')}</Table.Th>
              <Table.Th>{t('import.written')}</Table.Th>
              <Table.Th>{t('import.wrong')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.slice((page - 1) * SHOWN, page * SHOWN).map(({ number, fault, written }) => (
              <Table.Tr key={`${number} ${fault.field} ${fault.code}`}>
                <Table.Td className="tg-number">{number}</Table.Td>
                <Table.Td>{t(`fields.${fault.field as FieldName}`)}</Table.Td>
                <Table.Td>{(written[fault.field ?? ''] ?? '').slice(0, 80)}</Table.Td>
                <Table.Td>{faultText(fault)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Pages total={pages} page={page} onChange={setPage} />
    </Stack>
  );
});
