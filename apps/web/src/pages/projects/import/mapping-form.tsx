import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../../../api/use-once.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { Notice } from '../../../ui/notice.js';
import { PROJECT_FIELDS, type ProjectField } from '../project-draft.js';
import { Section } from '../../../ui/section.js';
import { importQuery, type ImportList, type ImportSheet, previewList } from './import.query.js';
import { beginningOf, type Choice, choiceFault, choiceFor, previewOf, UNITS } from './mapping.js';
import { SheetSample } from './sheet-sample.js';

const REQUIRED: readonly ProjectField[] = ['name', 'investorName'];

interface Props {
  list: ImportList;
  onRead: () => void;
  /** Back to the preview that is there already; null where there is none. */
  onKeep: (() => void) | null;
}

/** Which column is what, in which unit: proposed by the system, decided by a person, with the first rows beside it. */
export function MappingForm({ list, onRead, onKeep }: Props) {
  const { t } = useTranslation('register');
  const [choice, setChoice] = useState(() => beginningOf(list));
  const [showFault, setShowFault] = useState(false);
  const queries = useQueryClient();
  const reading = useOnce({
    mutationFn: (chosen: Choice) => previewList(list.id, previewOf(chosen)),
    onSuccess: async (preview) => {
      queries.removeQueries({ queryKey: [...importQuery(list.id).queryKey, 'rows'] });
      queries.setQueryData(importQuery(list.id).queryKey, preview.import);
      await queries.invalidateQueries({ queryKey: ['imports', 'list'] });
      onRead();
    },
  });
  const sheet = list.sheets.find(({ name }) => name === choice?.sheet);
  if (choice === null || !sheet) return null;
  const fault = showFault ? choiceFault(choice) : null;
  const submit = () => {
    setShowFault(true);
    if (choiceFault(choice) === null) reading.mutate(choice);
  };
  return (
    <Section sheet title={t('mapping.title')}>
      <Text>{sheet.saved === null ? t('mapping.lead') : t('mapping.saved')}</Text>
      {onKeep !== null && <Text size="sm">{t('mapping.againText')}</Text>}
      <WhereInFile list={list} choice={choice} onChange={setChoice} />
      <Columns sheet={sheet} choice={choice} onChange={setChoice} />
      <Amounts choice={choice} onChange={setChoice} />
      <SheetSample sheet={sheet} headerRow={choice.headerRow} />
      {fault !== null && (
        <Notice tone="red" role="alert" title={t(`mapping.${fault}`)}>
          {t('mapping.lead')}
        </Notice>
      )}
      {reading.isError && <SubmitProblem error={reading.error} />}
      <Group>
        <Button loading={reading.isPending} onClick={submit}>
          {t('mapping.preview')}
        </Button>
        {onKeep !== null && (
          <Button variant="default" onClick={onKeep}>
            {t('mapping.keep')}
          </Button>
        )}
      </Group>
    </Section>
  );
}

interface PartProps {
  choice: Choice;
  onChange: (choice: Choice) => void;
}

function WhereInFile({ list, choice, onChange }: PartProps & { list: ImportList }) {
  const { t } = useTranslation('register');
  const take = (name: string) => {
    const sheet = list.sheets.find((one) => one.name === name);
    if (sheet) onChange(choiceFor(sheet));
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <NativeSelect
        label={t('mapping.sheet')}
        value={choice.sheet}
        data={list.sheets.map(({ name, rows }) => ({
          value: name,
          label: t('mapping.sheetRows', { name, count: rows }),
        }))}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      <TextInput
        label={t('mapping.headerRow')}
        inputMode="numeric"
        maxLength={7}
        value={choice.headerRow === 0 ? '' : choice.headerRow}
        onChange={({ currentTarget }) =>
          onChange({ ...choice, headerRow: Number(currentTarget.value.replace(/\D/g, '')) })
        }
      />
    </SimpleGrid>
  );
}

function Columns({ sheet, choice, onChange }: PartProps & { sheet: ImportSheet }) {
  const { t } = useTranslation('register');
  const columns = sheet.columns.map(({ column, heading }) => ({
    value: column,
    label: t('mapping.column', { column, heading }),
  }));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
      {PROJECT_FIELDS.map((field) => (
        <NativeSelect
          key={field}
          label={field === 'capitalVnd' ? t('columns.capitalVnd') : t(`fields.${field}`)}
          withAsterisk={REQUIRED.includes(field)}
          value={choice.mapping[field] ?? ''}
          data={[{ value: '', label: t('mapping.notRead') }, ...columns]}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...choice, mapping: { ...choice.mapping, [field]: value } })
          }
        />
      ))}
    </SimpleGrid>
  );
}

function Amounts({ choice, onChange }: PartProps) {
  const { t } = useTranslation('register');
  if (!choice.mapping.capitalVnd) return null;
  return (
    <Stack gap={0}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('mapping.unit')}
          withAsterisk
          value={choice.unit}
          data={[
            { value: '', label: t('mapping.unitUnset') },
            ...UNITS.map((value) => ({ value, label: t(`mapping.units.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => onChange({ ...choice, unit: value })}
        />
        <NativeSelect
          label={t('mapping.decimal')}
          value={choice.decimal}
          data={[
            { value: '', label: t('mapping.decimalUnset') },
            ...(['comma', 'dot'] as const).map((value) => ({ value, label: t(`mapping.decimals.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => onChange({ ...choice, decimal: value })}
        />
      </SimpleGrid>
    </Stack>
  );
}
