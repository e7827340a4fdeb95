import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActKey } from '../../../api/client.js';
import { useInstallation } from '../../../api/installation.query.js';
import { problemOfError } from '../../../api/problem.js';
import { formatSize } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { documentsQuery } from './documents.query.js';
import { type StoredFile, uploadFile } from '../../../api/upload.js';
import { Notice } from '../../../ui/notice.js';
import { FileButton } from '../../../ui/file-button.js';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx';

interface Props {
  dossierId: string;
  /** What the file is for, for readers. */
  label: string;
  fields: { kind: string; checklistItem?: string };
  onStored: (file: StoredFile) => void;
}
interface Sending {
  file: File;
  key: string;
  share: number;
}

/** Uploads one file with its progress; what cannot be taken is said before anything is sent. */
export function FileUpload({ dossierId, label, fields, onStored }: Props) {
  const { t } = useTranslation('investor');
  const queries = useQueryClient();
  const most = useInstallation().data?.uploadMaxBytes ?? Infinity;
  const [sending, setSending] = useState<Sending | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [failed, setFailed] = useState<Sending | null>(null);
  const stopper = useRef<AbortController | null>(null);

  const send = async ({ file, key }: Pick<Sending, 'file' | 'key'>) => {
    const begun = { file, key, share: 0 };
    const { signal } = (stopper.current = new AbortController());
    setSending(begun);
    setFault(null);
    setFailed(null);
    try {
      const onProgress = (share: number) => setSending({ ...begun, share });
      onStored(await uploadFile({ dossierId, file, key, fields, signal, onProgress }));
      await queries.invalidateQueries({ queryKey: documentsQuery(dossierId).queryKey });
    } catch (error) {
      if (problemOfError(error).code !== 'stopped') {
        setFault(error);
        setFailed(begun);
      }
    } finally {
      setSending(null);
    }
  };
  const choose = (file: File | null) => {
    if (!file) return;
    setFault(null);
    setRefused(null);
    if (file.size === 0) return setRefused(t('documents.zero', { name: file.name }));
    if (file.size > most)
      return setRefused(
        t('documents.tooLarge', { name: file.name, size: formatSize(file.size), most: formatSize(most) }),
      );
    void send({ file, key: newActKey() });
  };
  return (
    <Stack gap="xs">
      {refused !== null && (
        <Notice tone="red" role="alert" title={t('documents.notTaken')}>
          {refused}
        </Notice>
      )}
      {fault !== null && <ProblemAlert error={fault} onRetry={() => failed && void send(failed)} />}
      {sending ? (
        <Stack gap={4} role="status" aria-live="polite" maw={420}>
          <Text size="sm">
            {t('documents.sending', { name: sending.file.name, share: Math.round(sending.share * 100) })}
          </Text>
          <Progress
            value={sending.share * 100}
            aria-label={t('documents.progress', { name: sending.file.name })}
          />
          <Group>
            <Button size="compact-sm" variant="default" onClick={() => stopper.current?.abort()}>
              {t('documents.stop')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <div>
          <FileButton accept={ACCEPTED} onChange={choose}>
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                leftSection={<IconUpload size={14} aria-hidden />}
                aria-label={t('documents.addTo', { item: label })}
              >
                {t('documents.add')}
              </Button>
            )}
          </FileButton>
        </div>
      )}
    </Stack>
  );
}
