import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../../api/use-once.js';
import { formatInstant, formatSize } from '../../format/format.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { saveFile } from '../../api/saved-file.js';
import { canBeShown } from '../dossiers/viewer/shown-document.js';
import { type PaperFile } from './reception.query.js';

interface Props {
  files: readonly PaperFile[];
  shown: string | null;
  onShow: (documentId: string | null) => void;
}

/** Files, each to be looked at here, or saved on the device where it cannot be drawn. */
export function FileButtons({ files, shown, onShow }: Props) {
  const { t } = useTranslation('clerk');
  const saving = useOnce({
    mutationFn: ({ id, fileName }: PaperFile) => saveFile(`/api/v1/documents/${id}/content`, fileName ?? id),
  });
  return (
    <>
      {saving.isError && <ProblemAlert error={saving.error} />}
      {files.map((file) => {
        const name = file.fileName ?? file.id;
        const isShown = shown === file.id;
        return (
          <Group key={file.id} justify="space-between" gap="xs" wrap="nowrap">
            <Stack gap={0} miw={0}>
              <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {`${formatSize(file.size)} · ${formatInstant(file.uploadedAt)}`}
              </Text>
            </Stack>
            {canBeShown(file) ? (
              <Button
                size="xs"
                variant={isShown ? 'filled' : 'default'}
                flex="none"
                aria-pressed={isShown}
                aria-label={`${t('reception.show')}: ${name}`}
                onClick={() => onShow(isShown ? null : file.id)}
              >
                {t('reception.show')}
              </Button>
            ) : (
              <Button
                size="xs"
                variant="default"
                flex="none"
                aria-label={`${t('reception.save')}: ${name}`}
                loading={saving.isPending && saving.variables === file}
                onClick={() => saving.mutate(file)}
              >
                {t('reception.save')}
              </Button>
            )}
          </Group>
        );
      })}
    </>
  );
}
