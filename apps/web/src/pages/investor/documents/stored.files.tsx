import { Anchor, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../../../api/use-once.js';
import { formatInstant, formatSize } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { newActKey } from '../../../api/client.js';
import { problemOfError } from '../../../api/problem.js';
import { useEditing } from '../edit/draft.context.js';
import { Notice } from '../../../ui/notice.js';
import { documentsQuery, withdrawFile } from './documents.query.js';
import { downloadFile } from './download.js';
import { withDocumentAgain, withoutDocument } from './papers.js';
import { type StoredFile } from '../../../api/upload.js';

const LEAST_REASON = 3;

interface Props {
  files: StoredFile[];
  /** Why a file is withdrawn, unless the person writes something else. */
  reason?: string;
}

/** Files with their size and day, each to download and to withdraw. */
export function StoredFiles({ files, reason = '' }: Props) {
  if (files.length === 0) return null;
  return (
    <List listStyleType="none" spacing="xs">
      {files.map((file) => (
        <List.Item key={file.id}>
          <File file={file} reason={reason} />
        </List.Item>
      ))}
    </List>
  );
}

function File({ file, reason }: { file: StoredFile; reason: string }) {
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
      {asking && <Withdrawal {...{ file, reason }} onEnd={() => setAsking(false)} />}
    </Stack>
  );
}

/** Takes a file out of the facts and withdraws it. False when the facts could not be saved: then they name it as before. */
function useWithdrawal(file: StoredFile, onWithdrawn: () => void) {
  const { dossier, saver, edit } = useEditing();
  const queries = useQueryClient();
  return useOnce({
    mutationFn: async ({ reason, key }: { reason: string; key: string }) => {
      const before = saver.read().draft;
      const putBack = () => edit((draft) => withDocumentAgain(draft, before, file.id));
      edit((draft) => withoutDocument(draft, file.id));
      if (!(await saver.settled())) {
        putBack();
        return false;
      }
      await withdrawFile(file, reason, key).catch((error: unknown) => {
        if (isRefusal(error)) putBack();
        throw error;
      });
      return true;
    },
    onSuccess: async (done) => {
      await queries.invalidateQueries({ queryKey: documentsQuery(dossier.id).queryKey });
      if (done) onWithdrawn();
    },
  });
}
/** Whether it was answered and not done; without an answer it may be done. */
function isRefusal(error: unknown): boolean {
  const { status } = problemOfError(error);
  return status >= 400 && status < 500;
}

function Withdrawal({
  file,
  reason: proposed,
  onEnd,
}: {
  file: StoredFile;
  reason: string;
  onEnd: () => void;
}) {
  const { t } = useTranslation('investor');
  const [{ reason, key }, setEntered] = useState(() => ({ reason: proposed, key: newActKey() }));
  const withdrawing = useWithdrawal(file, onEnd);
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('documents.reason')}
          value={reason}
          onChange={({ currentTarget }) => setEntered({ reason: currentTarget.value, key: newActKey() })}
          maxLength={500}
        />
        <Button
          size="sm"
          loading={withdrawing.isPending}
          disabled={reason.trim().length < LEAST_REASON}
          onClick={() => withdrawing.mutate({ reason: reason.trim(), key })}
        >
          {t('documents.withdraw')}
        </Button>
        <Button size="sm" variant="default" onClick={onEnd}>
          {t('documents.keep')}
        </Button>
      </Group>
      {withdrawing.isError && <ProblemAlert error={withdrawing.error} />}
      {withdrawing.data === false && (
        <Notice tone="amber" role="alert" title={t('documents.notWithdrawn')}>
          {t('documents.notWithdrawnText')}
        </Notice>
      )}
    </Stack>
  );
}
