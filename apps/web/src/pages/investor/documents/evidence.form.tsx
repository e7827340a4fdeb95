import { Button, Group, NativeSelect, Paper, Stack, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { visibleLine } from '#contracts';
import { DateField } from '../../../ui/date-field.js';
import { EmptyState } from '../../../ui/states.js';
import { type Row, textOf } from '../draft/draft.types.js';
import { addRows, changeRow, newRowId } from '../draft/edit-rows.js';
import { useEditing } from '../edit/draft.context.js';
import { useRemoval } from '../edit/use-removal.js';
import { NumberInput } from '../fields/number.input.js';
import { useFaultText } from '../fields/use-fault-text.js';
import { Covers } from './covers.input.js';
import { documentsQuery } from './documents.query.js';

/** Certificates and other papers that prove what is stated of lines and machines. */
export function EvidenceForm() {
  const { t } = useTranslation('investor');
  const { state, edit } = useEditing();
  const { evidence } = state.draft;
  const add = () => {
    const id = newRowId('ev');
    edit((draft) => addRows(draft, 'evidence', [{ id, kind: 'inspection_certificate', covers: [] }]));
    requestAnimationFrame(() => document.getElementById(`${id}-number`)?.focus());
  };
  return (
    <Stack gap="lg">
      {evidence.length === 0 && <EmptyState title={t('evidence.none')}>{t('evidence.noneText')}</EmptyState>}
      {evidence.map((paper, index) => (
        <EvidenceSheet key={textOf(paper['id'])} paper={paper} number={index + 1} />
      ))}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('evidence.add')}
        </Button>
      </Group>
    </Stack>
  );
}

function EvidenceSheet({ paper, number }: { paper: Row; number: number }) {
  const { t } = useTranslation('investor');
  const remove = useRemoval('evidence');
  const id = textOf(paper['id']);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`${id}-title`}>
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} size="h3" id={`${id}-title`}>
            {t('evidence.numbered', { number })}
          </Title>
          <Button
            size="xs"
            variant="default"
            onClick={() => remove({ gone: [paper], message: t('evidence.removed', { number }) })}
            aria-label={t('evidence.removeNamed', { number })}
          >
            {t('lines.remove')}
          </Button>
        </Group>
        <PaperFields paper={paper} />
        <Covers paper={paper} number={number} />
      </Stack>
    </Paper>
  );
}

/** What the paper is, who issued it and when, and on which page of which file it stands. */
function PaperFields({ paper }: { paper: Row }) {
  const { t } = useTranslation('investor');
  const { dossier, faults, edit } = useEditing();
  const faultText = useFaultText();
  const files =
    useQuery(documentsQuery(dossier.id)).data?.items.filter(({ withdrawnAt }) => withdrawnAt === null) ?? [];
  const id = textOf(paper['id']);
  const set = (field: string, value: unknown) =>
    edit((draft) => changeRow(draft, 'evidence', id, field, value));
  const text = (field: string) => (paper[field] as string | undefined) ?? '';
  const dayFault = faults.find((fault) => fault.id === id && fault.field === 'issuedOn');
  return (
    <>
      <NativeSelect
        label={t('evidence.kind')}
        value={text('kind')}
        data={(['inspection_certificate', 'other'] as const).map((value) => ({
          value,
          label: t(`evidence.kinds.${value}`),
        }))}
        onChange={({ currentTarget }) => set('kind', currentTarget.value)}
        maw={420}
      />
      <TextInput
        id={`${id}-number`}
        label={t('evidence.number')}
        value={text('number')}
        maxLength={100}
        onChange={({ currentTarget }) => set('number', visibleLine(currentTarget.value) || undefined)}
      />
      <TextInput
        id={`${id}-body`}
        label={t('evidence.body')}
        value={text('body')}
        maxLength={300}
        onChange={({ currentTarget }) => set('body', visibleLine(currentTarget.value) || undefined)}
      />
      <DateField
        id={`${id}-issuedOn`}
        label={t('evidence.issuedOn')}
        value={text('issuedOn')}
        error={dayFault && faultText(dayFault)}
        onChange={(day) => set('issuedOn', day || undefined)}
        maw={240}
      />
      <NativeSelect
        label={t('evidence.file')}
        description={t('evidence.fileHint')}
        value={text('documentId')}
        data={[
          { value: '', label: t('choices.unknown') },
          ...files.map((file) => ({ value: file.id, label: file.fileName ?? file.id })),
        ]}
        onChange={({ currentTarget }) => set('documentId', currentTarget.value || undefined)}
        maw={420}
      />
      <NumberInput
        id={`${id}-page`}
        label={t('evidence.page')}
        value={paper['page']}
        onChange={(value) => set('page', value)}
        maw={120}
      />
    </>
  );
}
