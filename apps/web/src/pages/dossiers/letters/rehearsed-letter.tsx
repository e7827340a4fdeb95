import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PdfFile } from '../../../ui/pdf/pdf-file.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { LoadingState } from '../../../ui/states.js';
import { type DossierView } from '../dossier.types.js';
import { type Asked, type Drawn, letterQuery, nameOfLetter } from './rehearsed-letter.query.js';

interface Props {
  dossier: Pick<DossierView, 'id' | 'round'>;
  asked: Asked;
  /** Told which letter stands on the screen. */
  onDrawn?: (drawn: Drawn) => void;
}

/** The letter to which a command leads, as it would be printed, before the command is confirmed. */
export function RehearsedLetter({ dossier: { id, round = 1 }, asked, onDrawn }: Props) {
  const { t } = useTranslation('dossier');
  const letter = useQuery(letterQuery(id, asked));
  const name = nameOfLetter(asked);
  return (
    <Stack gap="xs">
      <Title order={2} size="h3">
        {t('steps.letter')}
      </Title>
      {asked.command === 'endorse' && (
        <Text size="sm" c="dimmed">
          {t('steps.letterOfEndorsement')}
          {round > 1 && ` ${t('steps.letterOfNewRound')}`}
        </Text>
      )}
      {letter.isPending && <LoadingState rows={6} />}
      {letter.isError && <ProblemAlert error={letter.error} />}
      {letter.data && (
        <PdfFile
          key={name}
          file={letter.data.content}
          name={t('steps.letter')}
          onDrawn={() => onDrawn?.({ letter: name, whole: true })}
          onFault={() => onDrawn?.({ letter: name, whole: false })}
        />
      )}
    </Stack>
  );
}
