import { Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../format/format.js';
import { nameOfRow, type Row, textOf } from '../draft/draft.types.js';
import { type FieldName, MACHINE_COLUMNS, MACHINE_DETAILS } from '../fields/field.types.js';
import { useValueText } from '../fields/use-value-text.js';
import { useEditing } from './draft.context.js';
import { AnswersHead, GivenFacts } from './listed-answers.js';
import { PagedRows } from '../../../ui/paged-rows.js';

const PAGE = 25;

/** Every machine with what was entered of it, page by page. */
export function MachineAnswers() {
  const { t } = useTranslation('investor');
  const { equipment } = useEditing().state.draft;
  const count = { count: equipment.length, shown: formatNumber(equipment.length) };
  return (
    <section>
      <AnswersHead task="machinery" />
      <Text size="sm" my="xs">
        {equipment.length === 0 ? t('check.none') : t('check.rows', count)}
      </Text>
      {equipment.length > 0 && (
        <PagedRows rows={equipment} size={PAGE}>
          {(page, first) => <Machines rows={page} first={first} />}
        </PagedRows>
      )}
    </section>
  );
}

function Machines({ rows, first }: { rows: readonly Row[]; first: number }) {
  const { t } = useTranslation('investor');
  const cellText = useCellText();
  return (
    <Table.ScrollContainer minWidth={900} tabIndex={0} role="region" aria-label={t('machines.table')}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('machines.rowNumber')}</Table.Th>
            {MACHINE_COLUMNS.map((column) => (
              <Table.Th key={column}>{t(`columns.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Fragment key={textOf(row['id'])}>
              <Table.Tr>
                <Table.Td className="tg-number">{first + index + 1}</Table.Td>
                {MACHINE_COLUMNS.map((column) => (
                  <Table.Td key={column}>{cellText(column, row[column])}</Table.Td>
                ))}
              </Table.Tr>
              {MACHINE_DETAILS.some((field) => row[field] !== undefined) && (
                <Table.Tr>
                  <Table.Td />
                  <Table.Td colSpan={MACHINE_COLUMNS.length}>
                    <GivenFacts row={row} fields={MACHINE_DETAILS} />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** A value of a machine; a line goes by its name. */
function useCellText(): (column: FieldName, value: unknown) => string {
  const { t } = useTranslation('investor');
  const { lines } = useEditing().state.draft;
  const valueText = useValueText();
  return (column, value) => {
    if (value === undefined) return '–';
    const at = column === 'lineRef' ? lines.findIndex(({ id }) => id === value) : -1;
    return at < 0
      ? valueText(column, value)
      : nameOfRow(lines[at] ?? {}, t('lines.number', { number: at + 1 }));
  };
}
