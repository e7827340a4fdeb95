import { Button, Group, NativeSelect, Progress, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowId } from '../../draft/edit-rows.js';
import { useEditing } from '../../edit/draft.context.js';
import { useExchange } from '../use-exchange.js';
import { ImportPreview } from './import-preview.js';
import { ColumnsForm } from '../../../../machine-list/columns.form.js';
import { type JudgedRow } from '../../../../machine-list/judge-rows.js';
import { type RawTable } from '../../../../machine-list/raw-table.js';
import { useImport } from '../../../../machine-list/use-import.js';
import { Notice } from '../../../../ui/notice.js';
import { FileButton } from '../../../../ui/file-button.js';

interface Props {
  /** A table that was pasted; null: a file is asked for. */
  pasted: RawTable | null;
  /** How many machines a dossier may have. */
  most: number;
  onDone: () => void;
}

/** Takes a list of machines over: the file, which column is what, every fault, and only then the draft. */
export function MachineImport({ pasted, most, onDone }: Props) {
  const { t } = useTranslation(['investor', 'editor']);
  const { state } = useEditing();
  const exchange = useExchange();
  const [way, setWay] = useState<'add' | 'replace'>('add');
  const work = useImport(pasted, state.draft.lines);
  const { layout, judged, progress, fault, tables, sheet } = work;
  const taken = way === 'add' ? state.draft.equipment.length : 0;
  // The same file is chosen again once it was mended: the browser must not take that for no change.
  const open = (file: File | null) => {
    if (file) void work.open(file);
  };
  const takeOver = (rows: JudgedRow[]) => {
    const machines = rows.map(({ row }) => ({ id: newRowId('m'), ...row }));
    exchange(way === 'add' ? [] : state.draft.equipment, machines);
    onDone();
  };
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2}>{t('import.title')}</Title>
        <Button variant="default" onClick={onDone}>
          {t('import.cancel')}
        </Button>
      </Group>
      {pasted === null && tables === null && (
        <>
          <Text>{t('import.text')}</Text>
          <div>
            <FileButton accept=".xlsx,.csv,.txt,.tsv" onChange={open}>
              {(props) => <Button {...props}>{t('import.choose')}</Button>}
            </FileButton>
          </div>
        </>
      )}
      {fault !== null && (
        <Notice tone="red" role="alert" title={t('import.cannotRead')}>
          {fault === 'no_reader' ? t('editor:noReader') : t(`import.faults.${fault}`)}
        </Notice>
      )}
      {progress !== null && <Reading {...progress} onStop={work.stop} />}
      {tables !== null && tables.length > 1 && (
        <NativeSelect
          label={t('import.sheet')}
          value={String(sheet)}
          data={tables.map(({ name }, index) => ({ value: String(index), label: name }))}
          onChange={({ currentTarget }) => work.chooseSheet(Number(currentTarget.value))}
          maw={360}
        />
      )}
      {work.guessed && <Text size="sm">{t('import.guessed')}</Text>}
      {layout && tables && (
        <ColumnsForm
          layout={layout}
          table={tables[sheet] ?? { name: '', rows: [] }}
          onChange={work.chooseLayout}
        />
      )}
      {judged && (
        <>
          <Radio.Group value={way} onChange={(value) => setWay(value)} label={t('import.way')}>
            <Group mt={6}>
              <Radio value="add" label={t('import.add')} />
              <Radio value="replace" label={t('import.replace', { count: state.draft.equipment.length })} />
            </Group>
          </Radio.Group>
          <ImportPreview rows={judged} room={most - taken} mayReplace={taken > 0} onTake={takeOver} />
        </>
      )}
    </Stack>
  );
}

/** How far the file has been read. */
function Reading({ done, all, onStop }: { done: number; all: number; onStop: () => void }) {
  const { t } = useTranslation(['investor', 'editor']);
  return (
    <Stack gap={4} role="status" aria-live="polite">
      <Text size="sm">
        {all === 0 ? t('editor:readingFile') : t('import.reading', { done: done, all: all })}
      </Text>
      <Progress value={all === 0 ? 5 : (100 * done) / all} aria-label={t('import.progress')} />
      <Group>
        <Button size="xs" variant="default" onClick={onStop}>
          {t('import.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
