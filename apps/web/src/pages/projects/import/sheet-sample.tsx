import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportSheet } from './import.query.js';

/** The first rows of a sheet as they are read, with the letters of their columns; the header is marked. */
export function SheetSample({ sheet, headerRow }: { sheet: ImportSheet; headerRow: number }) {
  const { t } = useTranslation('register');
  if (sheet.sample.length === 0) return null;
  return (
    <div>
      <Text fw={500} mb={4}>
        {t('mapping.sample')}
      </Text>
      <Table.ScrollContainer
        minWidth={sheet.columns.length * 140}
        tabIndex={0}
        role="region"
        aria-label={t('mapping.sample')}
      >
        <Table fz="sm" withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('mapping.row')}</Table.Th>
              {sheet.columns.map(({ column }) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sheet.sample.map(({ number, texts }) => (
              <Table.Tr key={number} fw={number === headerRow ? 600 : undefined}>
                <Table.Th scope="row">{number}</Table.Th>
                {sheet.columns.map(({ column }, index) => (
                  <Table.Td key={column}>{texts[index]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}
