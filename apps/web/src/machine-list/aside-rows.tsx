import { Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sortedRows } from './body-rows.js';
import { type Layout } from './columns.js';
import { type RawTable } from './raw-table.js';

const SHOWN = 12;

interface Props {
  table: RawTable;
  layout: Layout;
  onChange: (layout: Layout) => void;
}

/** Which rows are not read as machines, and a way to take in those that have a name. */
export function AsideRows({ table, layout, onChange }: Props) {
  const { t } = useTranslation('investor');
  const { machines, named, others } = useMemo(() => sortedRows(table.rows, layout), [table, layout]);
  const takesNames = machines.length === 0 || layout.takesNames === true;
  const numbers = [...(takesNames ? [] : named), ...others].map(({ number }) => number).sort((a, b) => a - b);
  const isChoice = named.length > 0 && machines.length > 0;
  if (numbers.length === 0 && !isChoice) return null;
  const rows = `${numbers.slice(0, SHOWN).join(', ')}${numbers.length > SHOWN ? ', …' : ''}`;
  return (
    <Group gap="sm" role="status">
      {numbers.length > 0 && <Text size="sm">{t('import.aside', { count: numbers.length, rows })}</Text>}
      {isChoice && (
        <Button size="xs" variant="default" onClick={() => onChange({ ...layout, takesNames: !takesNames })}>
          {t(takesNames ? 'import.leaveNames' : 'import.takeNames')}
        </Button>
      )}
    </Group>
  );
}
