import { Button, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { IMPORT_FILE_BYTES } from '#contracts';
import { fetchFile, keepFile } from '../../../api/file.js';
import { newActKey } from '../../../api/client.js';
import { useOnce } from '../../../api/use-once.js';
import { formatSize } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { Notice } from '../../../ui/notice.js';
import { FileButton } from '../../../ui/file-button.js';
import classes from '../facts.module.css';
import { importQuery, uploadList } from './import.query.js';
import { listFileFault } from './list-file.js';

/** Takes a list by choice or by dropping it; what cannot be one is told before anything is sent. */
export function ListUpload() {
  const { t } = useTranslation('register');
  const [refused, setRefused] = useState<string | null>(null);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const isHere = useIsHere();
  const sending = useOnce({
    mutationFn: ({ file, key }: { file: File; key: string }) => uploadList(file, key),
    onSuccess: (list) => {
      queries.setQueryData(importQuery(list.id).queryKey, list);
      // Whoever went on to other work meanwhile finds it in the list of imports.
      if (isHere.current) go(`/projects/import/${list.id}`);
      return queries.invalidateQueries({ queryKey: ['imports'] });
    },
  });
  const take = (file: File | null | undefined) => {
    if (!file || sending.isPending) return;
    const fault = listFileFault(file);
    sending.reset();
    setRefused(
      fault &&
        t(`imports.${fault}`, {
          name: file.name,
          size: formatSize(file.size),
          most: formatSize(IMPORT_FILE_BYTES),
        }),
    );
    if (fault === null) sending.mutate({ file, key: newActKey() });
  };
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('imports.choose')}>
      <Stack gap="md">
        {refused !== null && (
          <Notice tone="red" role="alert" title={t('imports.notTaken')}>
            {refused}
          </Notice>
        )}
        {sending.isError && (
          <SubmitProblem
            error={sending.error}
            onRetry={() => sending.variables && sending.mutate(sending.variables)}
          />
        )}
        {sending.isPending ? (
          <Group role="status" gap="sm">
            <Loader size="sm" aria-hidden />
            <Text>{t('imports.sending', { name: sending.variables.file.name })}</Text>
          </Group>
        ) : (
          <DropArea onTake={take} />
        )}
      </Stack>
    </Paper>
  );
}

/** Whether the part is still shown when something that was asked for comes back. */
function useIsHere() {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

function DropArea({ onTake }: { onTake: (file: File | null | undefined) => void }) {
  const { t } = useTranslation('register');
  const [over, setOver] = useState(false);
  const hover = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <div
      className={over ? `${classes.drop} ${classes.over}` : classes.drop}
      onDragOver={hover(true)}
      onDragLeave={hover(false)}
      onDrop={(event) => {
        hover(false)(event);
        onTake(event.dataTransfer.files[0]);
      }}
    >
      <Stack gap="sm" align="center">
        <Text>{t('imports.drop')}</Text>
        <Group justify="center" gap="sm">
          <FileButton accept=".xlsx,.csv" onChange={onTake}>
            {(props) => (
              <Button {...props} leftSection={<IconUpload size={16} aria-hidden />}>
                {t('imports.choose')}
              </Button>
            )}
          </FileButton>
          <TemplateButton />
        </Group>
        <Text size="sm" c="dimmed">
          {t('imports.limits', { size: formatSize(IMPORT_FILE_BYTES) })}
        </Text>
      </Stack>
    </div>
  );
}

function TemplateButton() {
  const { t } = useTranslation('register');
  const fetching = useOnce({
    mutationFn: async () =>
      keepFile(await fetchFile('/api/v1/projects/imports/template.csv', 'mau-danh-sach-du-an.csv')),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={fetching.isPending}
        onClick={() => fetching.mutate()}
      >
        {t('imports.template')}
      </Button>
      {fetching.isError && <ProblemAlert error={fetching.error} />}
    </>
  );
}
