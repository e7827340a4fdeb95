import { Paper, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CoverageGrouping } from '#contracts';
import { formatNumber } from '../../../format/format.js';
import { type Coverage, type CoverageRow } from './coverage.query.js';
import { FigureLink, FIGURES, useFigureName } from './figures.js';

/** The figures of each group and of the whole; every number opens its list. */
export function CoverageTable({ coverage, by }: { coverage: Coverage; by: CoverageGrouping }) {
  const { t } = useTranslation('register');
  const nameOf = useFigureName();
  const keyName = useKeyName(by);
  const title = `${t('coverage.by')}: ${t(`coverage.groupings.${by}`)}`;
  return (
    <Paper withBorder p="md">
      <Table.ScrollContainer minWidth={820} tabIndex={0} role="region" aria-label={title}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(`coverage.groupings.${by}`)}</Table.Th>
              {FIGURES.map((figure) => (
                <Table.Th key={figure} ta="right">
                  {nameOf(figure)}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t('coverage.ratio')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {coverage.rows.map((row) => (
              <Line key={row.key} row={row} name={keyName(row.key ?? 'none')} />
            ))}
            <Line row={coverage.total} name={t('coverage.whole')} strong />
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Line({ row, name, strong = false }: { row: CoverageRow; name: string; strong?: boolean }) {
  return (
    <Table.Tr fw={strong ? 600 : undefined}>
      <Table.Th scope="row" fw={strong ? 600 : 400}>
        {name}
      </Table.Th>
      {FIGURES.map((figure) => (
        <Table.Td key={figure} ta="right" className="tg-number">
          <FigureLink row={row} figure={figure} of={name} />
        </Table.Td>
      ))}
      <Table.Td ta="right" className="tg-number">
        {row.ratio === null ? '' : `${formatNumber(Number(row.ratio.percent))} %`}
      </Table.Td>
    </Table.Tr>
  );
}

/** The name of a group by the key that the API has for it. */
function useKeyName(by: CoverageGrouping): (key: string) => string {
  const { t } = useTranslation('register');
  const sectors = t('sectors', { returnObjects: true }) as Partial<Record<string, string>>;
  return (key) => {
    if (key === 'none') return t('unknown');
    const [year = '', rest = ''] = key.split('-');
    switch (by) {
      case 'month':
        return t('coverage.monthName', { month: Number(rest), year });
      case 'quarter':
        return t('coverage.quarterName', { quarter: rest.replace('Q', ''), year });
      case 'capitalOrigin':
        return t(`origin.${key as 'fdi'}`);
      case 'authority':
        return t(`authority.${key as 'zone_board'}`);
      case 'sector':
        return [key, sectors[key]].filter(Boolean).join(' ');
      default:
        return key;
    }
  };
}
