import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconDownload, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchFile, keepFile } from '../../api/file.js';
import { useOnce } from '../../api/use-once.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { type FilterName, type RegisterFilter, withValues, writeFilter } from './register-filter.js';

const PAUSE_MS = 250;
/** The questions that are asked most, as one condition each. */
const QUICK = [
  { label: 'missed', name: 'standing', value: 'missed' },
  { label: 'none', name: 'standing', value: 'none' },
  { label: 'awaiting', name: 'awaiting', value: 'match' },
  { label: 'duplicates', name: 'duplicates', value: 'true' },
] as const satisfies readonly { label: string; name: FilterName; value: string }[];

interface Props {
  filter: RegisterFilter;
  onChange: (filter: RegisterFilter) => void;
  filtersOpen: boolean;
  onFilters: () => void;
}

/** Search, the questions that are asked most, and the ways to the other conditions and to the file. */
export function RegisterBar({ filter, onChange, filtersOpen, onFilters }: Props) {
  const { t } = useTranslation('register');
  const isOnly = (name: FilterName, value: string) => filter.conditions[name]?.join() === value;
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <SearchField filter={filter} onChange={onChange} />
        <Button
          variant="default"
          aria-expanded={filtersOpen}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          onClick={onFilters}
        >
          {t('filter.open')}
        </Button>
        <ExportButton filter={filter} />
      </Group>
      <Group gap={6} role="group" aria-label={t('quick.label')}>
        {QUICK.map(({ label, name, value }) => (
          <Button
            key={label}
            size="xs"
            variant={isOnly(name, value) ? 'filled' : 'default'}
            aria-pressed={isOnly(name, value)}
            onClick={() => onChange(withValues(filter, name, isOnly(name, value) ? [] : [value]))}
          >
            {t(`quick.${label}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

/** Keeps what is being typed; the address follows after a pause. */
function SearchField({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const { t } = useTranslation('register');
  const [typed, setTyped] = useState<string | null>(null);
  const search = useDebouncedCallback((q: string) => {
    onChange(withValues(filter, 'q', [q.trim()]));
    setTyped(null);
  }, PAUSE_MS);
  return (
    <TextInput
      type="search"
      flex="1 1 16rem"
      maw={420}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={t('filter.q')}
      placeholder={t('filter.q')}
      value={typed ?? filter.conditions.q?.[0] ?? ''}
      maxLength={200}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
    />
  );
}

function ExportButton({ filter }: { filter: RegisterFilter }) {
  const { t } = useTranslation('register');
  const exporting = useOnce({
    mutationFn: async () =>
      keepFile(
        await fetchFile(
          `/api/v1/projects/export.csv?${writeFilter(filter).toString()}`,
          'so-theo-doi-du-an.csv',
        ),
      ),
  });
  return (
    <>
      <Button
        variant="default"
        title={t('exportHint')}
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t('export')}
      </Button>
      {exporting.isError && <ProblemAlert error={exporting.error} />}
    </>
  );
}
