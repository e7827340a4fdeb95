import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ScreeningMode } from '#contracts';
import { ListTable } from '../../ui/list-table.js';
import { rowEffect } from './effect.js';
import { type ListRow, type ListVersion } from './law.query.js';
import { EffectTag, Standing } from './marks.js';

interface Props {
  rows: readonly ListRow[];
  version: ListVersion;
  mode: ScreeningMode;
  on: string;
}

/** Rows of a list with what they are found by, what they may do, and where they come from. */
export function RowTable({ rows, version, mode, on }: Props) {
  const { t } = useTranslation('law');
  const columns = (['technology', 'codes', 'effect', 'source'] as const).map((one) => t(`lists.${one}`));
  return (
    <ListTable label={t('lists.table')} columns={columns} minWidth={860}>
      {rows.map((row) => (
        <Table.Tr key={`${row.list} ${row.code}`} style={{ verticalAlign: 'top' }}>
          <Table.Td maw={420}>
            <Technology row={row} />
          </Table.Td>
          <Table.Td>
            <Codes name="HS" codes={row.hsPrefixes} />
            <Codes name="VSIC" codes={row.vsicPrefixes} />
          </Table.Td>
          <Table.Td>
            <EffectTag effect={rowEffect(row, version, { mode, on })} mode={mode} />
            {row.state === 'draft' && (
              <Text size="sm" c="dimmed">
                {t('lists.draft')}
              </Text>
            )}
          </Table.Td>
          <Table.Td maw={260}>
            <Standing basis={row.source} verification={row.verification} validity={row} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}

function Technology({ row }: { row: ListRow }) {
  const { t, i18n } = useTranslation(['law', 'public']);
  const { list, code, officialNo, nameVi, nameEn, direction, synonyms, negativeTerms } = row;
  const number = officialNo === null ? code : t('lists.number', { code, officialNo });
  return (
    <>
      <span lang="vi">{nameVi}</span>
      {i18n.language === 'en' && <Text size="sm">{nameEn}</Text>}
      <Text size="sm" c="dimmed">
        {[number, t(`public:result.lists.${list}`), t(`lists.direction.${direction}`)].join(' · ')}
      </Text>
      {synonyms.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('lists.synonyms', { words: synonyms.join('; ') })}
        </Text>
      )}
      {negativeTerms.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('lists.against', { words: negativeTerms.join('; ') })}
        </Text>
      )}
    </>
  );
}

function Codes({ name, codes }: { name: string; codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <Text size="sm" className="tg-number">
      {name}: {codes.join(', ')}
    </Text>
  );
}
