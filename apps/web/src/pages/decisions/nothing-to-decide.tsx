import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEnteredValues } from '../dossiers/commands/kept-values.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { MovedOn } from './decided.js';
import { KeptChoices } from './kept-choices.js';

/** Where no conclusion stands: what came last, and what the reader was writing when it came. */
export function NothingToDecide({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('decisions');
  const kept = useEnteredValues(dossier.id);
  return (
    <Stack gap="sm">
      <Paper withBorder p="md" component="section" aria-label={t('page.nothing')}>
        <Stack gap="xs">
          <Title order={2} size="h3">
            {t('page.nothing')}
          </Title>
          <Text c="var(--tg-muted)">{t('page.nothingText')}</Text>
          <MovedOn dossier={dossier} />
        </Stack>
      </Paper>
      <KeptChoices dossier={dossier} open={[]} kept={kept} />
    </Stack>
  );
}
