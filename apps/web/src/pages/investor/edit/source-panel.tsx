import { Anchor, Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type StoredFile } from '../../../api/upload.js';
import { Answer } from '../../../ui/states.js';
import { documentsQuery } from '../documents/documents.query.js';
import { type ReadFrom } from '../draft/sources.js';
import { useEditing } from './draft.context.js';
import { type Reading } from './use-sourced-edit.js';

const PDF = 'application/pdf';
const PAGE = /^[1-9]\d{0,4}$/;

/** From which document and page the values are read that are entered below; nothing is entered without. */
export function SourcePanel({ reading }: { reading: Reading }) {
  const { t } = useTranslation('editor');
  const { dossier } = useEditing();
  const files = useQuery(documentsQuery(dossier.id));
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="source-title">
      <Stack gap="sm">
        <Title order={2} size="h3" id="source-title">
          {t('source.title')}
        </Title>
        <Text size="sm">{t('source.text')}</Text>
        <Answer query={files}>
          {({ items }) => (
            <Choice files={items.filter(({ withdrawnAt }) => withdrawnAt === null)} reading={reading} />
          )}
        </Answer>
        <Text size="sm">
          <Anchor component={Link} href={`/dossiers/${dossier.id}/documents`}>
            {t('source.toDocuments')}
          </Anchor>
        </Text>
      </Stack>
    </Paper>
  );
}

function Choice({ files, reading: { source, read } }: { files: StoredFile[]; reading: Reading }) {
  const { t } = useTranslation('editor');
  const [documentId, setDocumentId] = useState(source?.documentId ?? '');
  const [page, setPage] = useState(String(source?.page ?? ''));
  const isPaged = files.find(({ id }) => id === documentId)?.contentType === PDF;
  const choose = (file: string, typed: string) => {
    setDocumentId(file);
    setPage(typed);
    read(sourceOf(files, file, typed));
  };
  return (
    <Group align="flex-start">
      <NativeSelect
        label={t('source.document')}
        value={documentId}
        data={[
          { value: '', label: t('source.choose') },
          ...files.map(({ id, fileName }) => ({ value: id, label: fileName ?? id })),
        ]}
        onChange={({ currentTarget }) => choose(currentTarget.value, '')}
        maw={420}
      />
      {isPaged && (
        <TextInput
          label={t('source.page')}
          inputMode="numeric"
          value={page}
          error={page !== '' && !PAGE.test(page) ? t('source.pageFault') : undefined}
          onChange={({ currentTarget }) => choose(documentId, currentTarget.value.trim())}
          w={120}
        />
      )}
    </Group>
  );
}

/** The source that was chosen, once it is whole: of a PDF with its page. */
function sourceOf(files: readonly StoredFile[], documentId: string, page: string): ReadFrom | null {
  const file = files.find(({ id }) => id === documentId);
  if (file === undefined) return null;
  if (file.contentType !== PDF) return { documentId };
  return PAGE.test(page) ? { documentId, page: Number(page) } : null;
}
