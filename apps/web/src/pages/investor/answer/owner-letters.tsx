import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../../../api/use-once.js';
import { formatDate } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type LetterView } from '../../dossiers/dossier.types.js';
import { saveFile } from '../../../api/saved-file.js';

/** The letters that were issued to the owner, newest first, each to download. */
export function OwnerLetters({ dossierId, letters }: { dossierId: string; letters: readonly LetterView[] }) {
  const { t } = useTranslation('answer');
  const issued = letters.filter(({ status }) => status === 'issued');
  return (
    <>
      {issued.length === 0 && <Text size="sm">{t('progress.noLetters')}</Text>}
      {issued.map((letter) => (
        <OwnerLetter key={letter.id} dossierId={dossierId} letter={letter} />
      ))}
    </>
  );
}

function OwnerLetter({ dossierId, letter }: { dossierId: string; letter: LetterView }) {
  const { t } = useTranslation(['answer', 'dossier']);
  const { id, kind, number, issuedOn } = letter;
  const name = t('progress.letter', {
    kind: t(`dossier:letters.kind.${kind}`),
    number: number ?? '',
    on: formatDate(issuedOn),
  });
  const path = `/api/v1/dossiers/${dossierId}/letters/${id}/content`;
  const saving = useOnce({
    mutationFn: () => saveFile(path, `${kind}-${number ?? ''}.pdf`.replaceAll('/', '-')),
  });
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Button
          variant="default"
          size="sm"
          loading={saving.isPending}
          aria-label={t('progress.downloadOne', { name })}
          onClick={() => saving.mutate()}
        >
          {t('progress.download')}
        </Button>
      </Group>
      {saving.isError && <ProblemAlert error={saving.error} onRetry={() => saving.mutate()} />}
    </>
  );
}
