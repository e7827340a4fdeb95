import { NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AsideRows } from './aside-rows.js';
import { IMPORT_FIELDS, type Layout } from './columns.js';
import { type RawTable } from './raw-table.js';

/** Which column is read as what, what was recognised being proposed; and which rows are no machines. */
export function ColumnsForm({
  layout,
  table,
  onChange,
}: {
  layout: Layout;
  table: RawTable;
  onChange: (layout: Layout) => void;
}) {
  const { t } = useTranslation('investor');
  const headings = table.rows[layout.header] ?? [];
  const width = Math.max(0, ...table.rows.slice(0, 20).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => ({
    value: String(column),
    label: headings[column]?.trim() || t('import.column', { number: column + 1 }),
  }));
  return (
    <Stack gap="xs">
      <details>
        <summary>{t('import.columns', { count: Object.keys(layout.mapping).length, all: width })}</summary>
        <Stack gap="xs" mt="sm">
          {IMPORT_FIELDS.map((field) => (
            <NativeSelect
              key={field}
              label={t(`fields.${field}`)}
              value={String(layout.mapping[field] ?? '')}
              data={[{ value: '', label: t('import.noColumn') }, ...columns]}
              maw={420}
              size="xs"
              onChange={({ currentTarget: { value } }) => {
                const { [field]: _before, ...rest } = layout.mapping;
                onChange({ ...layout, mapping: value === '' ? rest : { ...rest, [field]: Number(value) } });
              }}
            />
          ))}
        </Stack>
      </details>
      <AsideRows {...{ layout, table, onChange }} />
    </Stack>
  );
}
