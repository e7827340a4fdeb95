import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PdfFile } from '../../ui/pdf/pdf-file.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { LoadingState } from '../../ui/states.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import classes from './decide.module.css';
import { type Asked, letterQuery, WITH_LETTER } from './decide.query.js';

/** The letter as it would go out by the choice that stands on the screen. */
export function LetterPreview({ dossier, asked }: { dossier: DossierView; asked: Asked | null }) {
  const { t } = useTranslation('decisions');
  const drafts = asked !== null && WITH_LETTER.includes(asked.command);
  const letter = useQuery(letterQuery(dossier.id, asked));
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('letter.title')} className={classes.letter}>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('letter.title')}
        </Title>
        {!drafts && <Text size="sm">{t(asked === null ? 'letter.notYet' : 'letter.none')}</Text>}
        {drafts && letter.isPending && <LoadingState rows={6} />}
        {drafts && letter.isError && <ProblemAlert error={letter.error} />}
        {drafts && letter.data && <PdfFile file={letter.data.content} name={t('letter.title')} />}
      </Stack>
    </Paper>
  );
}
