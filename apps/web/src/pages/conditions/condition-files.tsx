import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../../api/use-once.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { saveFile } from '../../api/saved-file.js';

/** The documents of a proof, each to be saved. */
export function ConditionFiles({ documentIds }: { documentIds: readonly string[] }) {
  const { t } = useTranslation('council');
  const saving = useOnce({
    mutationFn: ({ id, name }: { id: string; name: string }) =>
      saveFile(`/api/v1/documents/${id}/content`, name),
  });
  if (documentIds.length === 0) return null;
  return (
    <>
      {saving.isError && <ProblemAlert error={saving.error} />}
      <Group gap="xs" mt={4}>
        {documentIds.map((id, index) => {
          const name = t('condition.fileNumber', { number: index + 1 });
          return (
            <Button key={id} size="xs" variant="default" onClick={() => saving.mutate({ id, name })}>
              {name}
            </Button>
          );
        })}
      </Group>
    </>
  );
}
