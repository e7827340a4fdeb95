import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type StoredFile } from '../../../api/upload.js';
import { type NotSent, useSending } from '../../../api/use-sending.js';
import { formatSize } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { documentsQuery } from './documents.query.js';
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

/** Uploads one file with its progress; what cannot be taken is said before anything is sent. */
export function FileUpload({ dossierId, label, fields, onStored }: Props) {
  const { t } = useTranslation('investor');
  const queries = useQueryClient();
  const { sending, notSent, fault, choose, again, stop } = useSending(dossierId, fields, async (stored) => {
    onStored(stored);
    await queries.invalidateQueries({ queryKey: documentsQuery(dossierId).queryKey });
  });
  return (
    <Stack gap="xs">
      {notSent && <NotTaken {...notSent} />}
      {fault !== null && <ProblemAlert error={fault} onRetry={again} />}
      {sending ? (
        <OnItsWay {...sending} onStop={stop} />
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

function NotTaken({ why, file: { name, size }, most }: NotSent) {
  const { t } = useTranslation('investor');
  return (
    <Notice tone="red" role="alert" title={t('documents.notTaken')}>
      {why === 'empty'
        ? t('documents.zero', { name })
        : t('documents.tooLarge', { name, size: formatSize(size), most: formatSize(most) })}
    </Notice>
  );
}

function OnItsWay({ name, share, onStop }: { name: string; share: number; onStop: () => void }) {
  const { t } = useTranslation('investor');
  return (
    <Stack gap={4} role="status" aria-live="polite" maw={420}>
      <Text size="sm">{t('documents.sending', { name: name, share: Math.round(share * 100) })}</Text>
      <Progress value={share * 100} aria-label={t('documents.progress', { name: name })} />
      <Group>
        <Button size="compact-sm" variant="default" onClick={onStop}>
          {t('documents.stop')}
        </Button>
      </Group>
    </Stack>
  );
}
