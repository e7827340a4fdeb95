import { Anchor, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatSize } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type Draft, withField } from '../draft/draft.types.js';
import { useEditing } from '../edit/draft.context.js';
import { documentsQuery, withdrawFile } from './documents.query.js';
import { downloadFile } from './download.js';
import { type StoredFile } from '../../../api/upload.js';
import { useOnce } from '../../../api/use-once.js';

const LEAST_REASON = 3;

/** Facts that no longer name a document: it cannot be taken back while they do. */
const withoutDocument = (draft: Draft, id: string): Draft => ({
  ...draft,
  papers: draft.papers.filter(({ documentId }) => documentId !== id),
  evidence: draft.evidence.map((row) =>
    row['documentId'] === id ? withField(row, 'documentId', undefined) : row,
  ),
});

export function StoredFiles({ files }: { files: StoredFile[] }) {
  if (files.length === 0) return null;
  return (
    <List listStyleType="none" spacing="xs">
      {files.map((file) => (
        <List.Item key={file.id}>
          <File file={file} />
        </List.Item>
      ))}
    </List>
  );
}

function File({ file }: { file: StoredFile }) {
  const { t } = useTranslation('investor');
  const [asking, setAsking] = useState(false);
  const name = file.fileName ?? t('documents.unnamed');
  const loading = useOnce({ mutationFn: () => downloadFile(file.id, name) });
  return (
    <Stack gap={4}>
      <Group gap="sm">
        <Anchor
          component="button"
          type="button"
          onClick={() => loading.mutate()}
          style={{ overflowWrap: 'anywhere' }}
          ta="left"
        >
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {formatSize(file.size)} · {formatInstant(file.uploadedAt)}
        </Text>
        {!asking && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setAsking(true)}
            aria-label={t('documents.withdrawNamed', { name })}
          >
            {t('documents.withdraw')}
          </Button>
        )}
      </Group>
      {loading.isError && <ProblemAlert error={loading.error} />}
      {asking && <Withdrawal file={file} onEnd={() => setAsking(false)} />}
    </Stack>
  );
}

function Withdrawal({ file, onEnd }: { file: StoredFile; onEnd: () => void }) {
  const { t } = useTranslation('investor');
  const { dossier, saver, edit } = useEditing();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdrawing = useOnce({
    mutationFn: async () => {
      edit((draft) => withoutDocument(draft, file.id));
      if (!(await saver.settled())) return false;
      await withdrawFile(file, reason.trim());
      return true;
    },
    onSuccess: async (done) => {
      await queries.invalidateQueries({ queryKey: documentsQuery(dossier.id).queryKey });
      if (done) onEnd();
    },
  });
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        label={t('documents.reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={500}
      />
      <Button
        size="sm"
        loading={withdrawing.isPending}
        disabled={reason.trim().length < LEAST_REASON}
        onClick={() => withdrawing.mutate()}
      >
        {t('documents.withdraw')}
      </Button>
      <Button size="sm" variant="default" onClick={onEnd}>
        {t('documents.keep')}
      </Button>
      {withdrawing.isError && <ProblemAlert error={withdrawing.error} />}
    </Group>
  );
}
