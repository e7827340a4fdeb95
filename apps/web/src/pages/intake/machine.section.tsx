import { Button, Group, NativeSelect, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnsForm } from '../../machine-list/columns.form.js';
import { Notice } from '../../ui/notice.js';
import { FileButton } from '../../ui/file-button.js';
import { isStorable } from './intake.query.js';
import { MachineRows } from './machine-rows.js';
import { type Machines } from './use-intake.js';
import { useTooLarge } from './use-too-large.js';

interface Props {
  machines: Machines;
  isLocked: boolean;
}

/** The list of machines that came with the letter: read from its file, each value with its cell, mended before it is taken over. */
export function MachineSection({ machines, isLocked }: Props) {
  const { t } = useTranslation(['clerk', 'investor', 'editor']);
  const { file, fault, tables, sheet, layout, list, guessed } = machines;
  const refusalOf = useTooLarge();
  const [refused, setRefused] = useState<string | null>(null);
  const take = (chosen: File) => {
    const refusal = refusalOf(chosen);
    setRefused(refusal);
    if (refusal === null) machines.anew(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [dropped] = event.dataTransfer.files;
    if (dropped && !isLocked) take(dropped);
  };
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-labelledby="machines"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <fieldset disabled={isLocked} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="md">
          <Head machines={machines} isLocked={isLocked} onChoose={take} />
          {refused !== null && (
            <Notice tone="red" role="alert" title={t('investor:documents.notTaken')}>
              {refused}
            </Notice>
          )}
          {fault !== null && (
            <Notice tone="red" role="alert" title={t('investor:import.cannotRead')}>
              {fault === 'no_reader' ? t('editor:noReader') : t(`investor:import.faults.${fault}`)}
            </Notice>
          )}
          <Reading machines={machines} />
          {guessed && <Text size="sm">{t('investor:import.guessed')}</Text>}
          {file !== null && list !== null && !isStorable(file) && (
            <Text size="sm">{t('intake.list.notStored')}</Text>
          )}
          {tables !== null && tables.length > 1 && (
            <NativeSelect
              label={t('investor:import.sheet')}
              value={String(sheet)}
              data={tables.map(({ name }, index) => ({ value: String(index), label: name }))}
              onChange={({ currentTarget }) => machines.chooseSheet(Number(currentTarget.value))}
              maw={360}
            />
          )}
          {layout && tables && (
            <ColumnsForm
              layout={layout}
              table={tables[sheet] ?? { name: '', rows: [] }}
              onChange={machines.chooseLayout}
            />
          )}
          {list !== null && <MachineRows machines={machines} list={list} />}
        </Stack>
      </fieldset>
    </Paper>
  );
}

type HeadProps = Props & { onChoose: (file: File) => void };
function Head({ machines: { file, anew, progress }, isLocked, onChoose }: HeadProps) {
  const { t } = useTranslation('clerk');
  const choose = (chosen: File | null) => {
    if (chosen) onChoose(chosen);
  };
  return (
    <Group justify="space-between" align="flex-start">
      <Stack gap={4} flex="1 1 16rem">
        <Title order={2} size="h3" id="machines">
          {t('intake.list.title')}
        </Title>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {file === null ? t('intake.list.lead') : t('intake.list.from', { name: file.name })}
        </Text>
      </Stack>
      <Group gap="xs">
        <FileButton accept=".xlsx,.csv,.txt,.tsv" onChange={choose}>
          {(props) => (
            <Button {...props} size="xs" variant="default" disabled={isLocked} loading={progress !== null}>
              {t(file === null ? 'intake.list.choose' : 'intake.list.other')}
            </Button>
          )}
        </FileButton>
        {file !== null && (
          <Button size="xs" variant="default" disabled={isLocked} onClick={() => anew(null)}>
            {t('intake.list.without')}
          </Button>
        )}
      </Group>
    </Group>
  );
}

function Reading({ machines: { progress, stop } }: { machines: Machines }) {
  const { t } = useTranslation(['investor', 'editor']);
  if (progress === null) return null;
  const { done, all } = progress;
  return (
    <Stack gap={4} role="status" aria-live="polite">
      <Text size="sm">{all === 0 ? t('editor:readingFile') : t('import.reading', { done, all })}</Text>
      <Progress value={all === 0 ? 5 : (100 * done) / all} aria-label={t('import.progress')} />
      <Group>
        <Button size="xs" variant="default" onClick={stop}>
          {t('import.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
