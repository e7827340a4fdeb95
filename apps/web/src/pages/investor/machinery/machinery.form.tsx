import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch, IconTableImport } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_MACHINES } from '#contracts';
import { formatNumber } from '../../../format/format.js';
import { pageOf } from '../../../ui/page-of.js';
import { Pages } from '../../../ui/pages.js';
import { EmptyState, LoadingState } from '../../../ui/states.js';
import { type Row } from '../draft/draft.types.js';
import { addRows, newRowId } from '../draft/edit-rows.js';
import { useEditing } from '../edit/draft.context.js';
import { namedField } from '../edit/named-field.js';
import { bareText } from '../../../format/bare-text.js';
import { MachineTable } from './machine.table.js';
import { usePastedTable } from './use-pasted-table.js';
import { type RawTable } from '../../../machine-list/raw-table.js';

const MachineImport = lazy(async () => ({
  default: (await import('./import/machine.import.js')).MachineImport,
}));

const PAGE_ROWS = 25;
const matches = (row: Row, words: string): boolean =>
  [row['name'], row['hsCode'], row['maker']].some(
    (value) => typeof value === 'string' && bareText(value).includes(words),
  );

/** What is imported: a table that was pasted, or nothing yet, so that a file is asked for. */
type Importing = { pasted: RawTable | null };

/** The list of machines: a table, page by page, to type in, to paste into, or to import. */
export function MachineryForm() {
  const { t } = useTranslation('investor');
  const { state, edit, faults } = useEditing();
  const { equipment } = state.draft;
  const [page, setPage] = useState(() => pageOf(equipment, namedField().row, PAGE_ROWS));
  const [words, setWords] = useState('');
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const [importing, setImporting] = useState<Importing | null>(null);
  const faulty = new Set(
    faults.flatMap(({ section, id }) => (section === 'equipment' && id !== null ? [id] : [])),
  );
  const found = equipment.filter(
    (row) =>
      (words === '' || matches(row, bareText(words))) && (!onlyFaulty || faulty.has(String(row['id']))),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const shown = Math.min(page, pages);
  const add = () => {
    const id = newRowId('m');
    edit((draft) => addRows(draft, 'equipment', [{ id }]));
    setWords('');
    setOnlyFaulty(false);
    setPage(Math.ceil((equipment.length + 1) / PAGE_ROWS));
    requestAnimationFrame(() => document.getElementById(`${id}-name`)?.focus());
  };
  usePastedTable((pasted) => setImporting((before) => before ?? { pasted }));
  if (importing)
    return (
      <Suspense fallback={<LoadingState />}>
        <MachineImport pasted={importing.pasted} most={MOST_MACHINES} onDone={() => setImporting(null)} />
      </Suspense>
    );
  return (
    <Stack gap="md">
      <Actions
        full={equipment.length >= MOST_MACHINES}
        onImport={() => setImporting({ pasted: null })}
        onAdd={add}
      />
      <Text size="sm" c="dimmed">
        {t('machines.pasteHint')}
      </Text>
      {equipment.length === 0 && <EmptyState title={t('machines.none')}>{t('machines.noneText')}</EmptyState>}
      {equipment.length > PAGE_ROWS && (
        <TextInput
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('machines.find')}
          placeholder={t('machines.find')}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          maw={360}
        />
      )}
      {faulty.size > 0 && (
        <Group>
          <Button
            size="xs"
            variant="default"
            aria-pressed={onlyFaulty}
            onClick={() => setOnlyFaulty(!onlyFaulty)}
          >
            {onlyFaulty ? t('machines.showAll') : t('machines.showFaulty', { count: faulty.size })}
          </Button>
        </Group>
      )}
      {found.length > 0 && (
        <MachineTable
          rows={found.slice((shown - 1) * PAGE_ROWS, shown * PAGE_ROWS)}
          numbers={new Map(equipment.map(({ id }, index) => [String(id), index + 1]))}
        />
      )}
      {pages > 1 && (
        <Group justify="space-between">
          <Text size="sm">
            {t('machines.count', { count: found.length, shown: formatNumber(found.length) })}
          </Text>
          <Pages total={pages} page={shown} onChange={setPage} />
        </Group>
      )}
    </Stack>
  );
}

function Actions({ full, onImport, onAdd }: { full: boolean; onImport: () => void; onAdd: () => void }) {
  const { t } = useTranslation('investor');
  return (
    <Group>
      <Button leftSection={<IconTableImport size={16} aria-hidden />} onClick={onImport}>
        {t('machines.import')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={onAdd}
        disabled={full}
      >
        {t('machines.add')}
      </Button>
    </Group>
  );
}
