import { Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatSize } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { FileButton } from '../../../ui/file-button.js';
import { documentsQuery } from '../dossier.query.js';
import { useUpload } from './use-upload.js';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx';

interface Props {
  dossierId: string;
  id: string;
  label: string;
  /** What an uploaded file is, in the words of the API. */
  kind: string;
  value: string;
  onChange: (documentId: string) => void;
  required?: boolean;
  error?: string | null;
}

/** A document that stands in the dossier, or one that is uploaded here and chosen at once. */
export function DocumentChoice({ dossierId, id, label, kind, value, onChange, required, error }: Props) {
  const { t } = useTranslation('review');
  const { data } = useQuery(documentsQuery(dossierId));
  const upload = useUpload(dossierId, kind, (file) => onChange(file.id));
  const { sending, stored, refused, fault } = upload;
  const documents = (data?.items ?? []).filter(({ withdrawnAt }) => withdrawnAt === null);
  const choices = documents.map(({ id: value, fileName, size }) => ({
    value,
    label: `${fileName ?? value} (${formatSize(size)})`,
  }));
  return (
    <Stack gap="xs">
      <NativeSelect
        id={id}
        label={label}
        required={required ?? false}
        error={error ?? null}
        description={data && choices.length === 0 ? t('document.none') : undefined}
        data={[{ value: '', label: t('document.choose') }, ...choices]}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {refused !== null && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {refused}
        </Text>
      )}
      {fault !== null && <ProblemAlert error={fault} onRetry={upload.again} />}
      {sending === null ? (
        <Group gap="sm">
          <FileButton accept={ACCEPTED} onChange={upload.choose}>
            {(button) => (
              <Button
                {...button}
                size="xs"
                variant="default"
                aria-label={`${t('document.upload')}: ${label}`}
              >
                {t('document.upload')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" role="status">
            {stored !== null && stored.id === value && t('document.stored', { name: stored.name })}
          </Text>
        </Group>
      ) : (
        <Stack gap={4} role="status" maw={420}>
          <Text size="sm">{t('document.sending', { name: sending.name, share: sending.share })}</Text>
          <Progress value={sending.share} aria-label={t('document.sending', sending)} />
          <div>
            <Button size="compact-sm" variant="default" onClick={upload.stop}>
              {t('document.stop')}
            </Button>
          </div>
        </Stack>
      )}
    </Stack>
  );
}
