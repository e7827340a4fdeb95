import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PdfFile } from '../../ui/pdf/pdf-file.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { LoadingState } from '../../ui/states.js';
import { type Asked, letterQuery } from './rehearsed-letter.query.js';

/** The letter to which a command leads, as it would be printed, before the command is confirmed. */
export function RehearsedLetter({ dossierId, asked }: { dossierId: string; asked: Asked }) {
  const { t } = useTranslation('dossier');
  const letter = useQuery(letterQuery(dossierId, asked));
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t('steps.letter')}
      </Title>
      {asked.command === 'endorse' && (
        <Text size="sm" c="dimmed">
          {t('steps.letterOfEndorsement')}
        </Text>
      )}
      {letter.isPending && <LoadingState rows={6} />}
      {letter.isError && <ProblemAlert error={letter.error} />}
      {letter.data && <PdfFile file={letter.data.content} name={t('steps.letter')} />}
    </Stack>
  );
}
