import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../api/schema-names.js';
import { PdfFile } from '../../ui/pdf/pdf-file.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { LoadingState } from '../../ui/states.js';
import { consultationLetterQuery } from './consultation.query.js';

/** The letter that would ask, as it would be printed, before it is drafted. */
export function ConsultationLetter({
  dossierId,
  asked,
}: {
  dossierId: string;
  asked: Schema<'AskConsultationDto'>;
}) {
  const { t } = useTranslation('council');
  const letter = useQuery(consultationLetterQuery(dossierId, asked));
  return (
    <Stack gap="xs">
      <Title order={3}>{t('consult.letter')}</Title>
      {letter.isPending && <LoadingState rows={6} />}
      {letter.isError && <ProblemAlert error={letter.error} />}
      {letter.data && <PdfFile file={letter.data} name={t('consult.letter')} />}
    </Stack>
  );
}
