import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/format.js';
import { type LetterView } from '../dossiers/dossier.types.js';

/** What was issued: number, day and signer, and what can be done with the copy beside; below it the way on. */
export function IssuedNote({ letter, children }: { letter: LetterView; children: ReactNode }) {
  const { t } = useTranslation(['clerk', 'dossier']);
  const { number, issuedOn, signedName } = letter;
  return (
    <Stack gap="sm">
      <div role="status">
        <Title order={2} size="h3">
          {t('letters.done')}
        </Title>
        <Text>
          {t('dossier:letters.issued', {
            number: number ?? '',
            on: formatDate(issuedOn),
            signer: signedName ?? '',
          })}
        </Text>
      </div>
      <Text size="sm">{t('letters.doneText')}</Text>
      <Group>{children}</Group>
    </Stack>
  );
}
