import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifications } from '@mantine/notifications';
import { useOnce } from '../../../api/use-once.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { type ProjectField } from '../project-draft.js';
import { type ImportList, type ImportRow, mendRow, type RowFilter } from './import.query.js';
import { type Unit } from './mapping.js';
import { keepRow } from './row-cache.js';
import { cellId, mendableFields, writtenIn } from './row-cells.js';

interface Props {
  list: ImportList;
  row: ImportRow;
  filter: RowFilter;
}

/** The faulty cells of a row, to write anew where they stand: the file stays as it came. */
export function MendRow({ list, row, filter }: Props) {
  const { t } = useTranslation('register');
  const fields = mendableFields(row, list);
  const [typed, setTyped] = useState<Partial<Record<ProjectField, string>>>({});
  const queries = useQueryClient();
  const texts = { ...writtenIn(row, fields), ...typed };
  const mending = useOnce({
    mutationFn: () => mendRow(list.id, row.number, texts),
    onSuccess: async (mended) => {
      setTyped({});
      await keepRow(queries, list.id, filter, mended);
      const { number } = row;
      const sound = mended.faults.length === 0;
      notifications.show({
        color: sound ? 'green' : 'yellow',
        message: t(sound ? 'preview.mended' : 'preview.stillFaulty', { number }),
      });
    },
  });
  const loose = row.faults.filter(({ field }) => !fields.some((one) => one === field));
  const unit = (list.settings as { units?: { capital?: Unit | null } } | null)?.units?.capital ?? 'vnd';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!mending.isPending) mending.mutate();
      }}
    >
      <Stack gap="xs">
        {loose.map(({ code, message, field }) => (
          <Text key={code} size="sm" id={cellId(row.number, field)} tabIndex={-1}>
            {message}
          </Text>
        ))}
        {mending.isError && <SubmitProblem error={mending.error} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {fields.map((field) => (
            <Cell
              key={field}
              row={row}
              field={field}
              value={texts[field] ?? ''}
              onChange={(text) => setTyped({ ...typed, [field]: text })}
            />
          ))}
        </SimpleGrid>
        {fields.length > 0 && (
          <Group gap="sm">
            <Button type="submit" size="xs" loading={mending.isPending}>
              {t('preview.mend', { number: row.number })}
            </Button>
            <Text size="sm" c="dimmed">
              {t('preview.mendHint', { unit: t(`mapping.units.${unit}`) })}
            </Text>
          </Group>
        )}
      </Stack>
    </form>
  );
}

interface CellProps {
  row: ImportRow;
  field: ProjectField;
  value: string;
  onChange: (text: string) => void;
}

function Cell({ row, field, value, onChange }: CellProps) {
  const { t } = useTranslation('register');
  const fault = row.faults.find((one) => one.field === field);
  const label = field === 'capitalVnd' ? t('columns.capitalVnd') : t(`fields.${field}`);
  return (
    <TextInput
      id={cellId(row.number, field)}
      label={[fault?.cell, label].filter(Boolean).join(' · ')}
      error={fault?.message}
      value={value}
      maxLength={500}
      autoComplete="off"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
