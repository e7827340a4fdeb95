import { Button, Checkbox, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconColumns, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../../api/schema-names.js';
import { SortChoice } from './sort-choice.js';
import { type Column, COLUMNS } from './worklist-columns.js';
import { fieldIdOf, type WorklistFilter } from './worklist-filter.js';

const PAUSE_MS = 250;
const QUICK = ['action', 'overdue', 'nearDue'] as const;

interface Props {
  filter: WorklistFilter;
  onChange: (filter: WorklistFilter) => void;
  /** Of this tab; undefined until they are known. */
  counts: Schema<'TabCountsDto'> | undefined;
  filtersOpen: boolean;
  onFilters: () => void;
  columns: readonly Column[];
  onColumn: (column: Column) => void;
  /** The views that are kept, beside the conditions of which they consist. */
  views: ReactNode;
}

/** Search, the conditions that are asked most, and the ways to the others and to the columns. */
export function WorklistBar(props: Props) {
  const { filter, onChange, counts, filtersOpen, onFilters, columns, onColumn, views } = props;
  const { t } = useTranslation('desk');
  return (
    <Group gap="sm" align="flex-end">
      <SearchField filter={filter} onChange={onChange} />
      <Group gap={6} role="group" aria-label={t('quick.label')}>
        {QUICK.map((name) => (
          <Button
            key={name}
            size="sm"
            variant={filter[name] ? 'filled' : 'default'}
            aria-pressed={filter[name]}
            onClick={() => onChange({ ...filter, [name]: !filter[name] })}
          >
            {counts ? `${t(`quick.${name}`)} (${counts[name]})` : t(`quick.${name}`)}
          </Button>
        ))}
      </Group>
      <Button
        variant="default"
        aria-expanded={filtersOpen}
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={onFilters}
      >
        {t('filter.open')}
      </Button>
      <ColumnChoice columns={columns} onColumn={onColumn} />
      <SortChoice filter={filter} onChange={onChange} />
      {views}
    </Group>
  );
}

/** Keeps what is being typed, the blank behind a word too; the address follows after a pause. */
function SearchField({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const search = useDebouncedCallback((q: string) => {
    setPending(false);
    onChange({ ...filter, q });
  }, PAUSE_MS);
  // What the address says by itself (a view, the way back) wins over what was typed before.
  const value = typed !== null && (pending || typed.trim() === filter.q) ? typed : filter.q;
  return (
    <TextInput
      id={fieldIdOf('q')}
      type="search"
      flex="1 1 16rem"
      maw={420}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      value={value}
      maxLength={200}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        setPending(true);
        search(currentTarget.value);
      }}
    />
  );
}

function ColumnChoice({ columns, onColumn }: Pick<Props, 'columns' | 'onColumn'>) {
  const { t } = useTranslation('desk');
  return (
    <Popover position="bottom-end" withinPortal={false} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('columns.choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns.label')}>
        <Stack gap="xs">
          {COLUMNS.map((column) => (
            <Checkbox
              key={column}
              label={t(`columns.${column}`)}
              checked={columns.includes(column)}
              disabled={column === 'project'}
              onChange={() => onColumn(column)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
