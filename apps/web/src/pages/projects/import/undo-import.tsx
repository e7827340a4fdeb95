import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useActKey } from '../../../api/use-act-key.js';
import { useOnce } from '../../../api/use-once.js';
import { Dialog } from '../../../ui/dialog.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { importQuery, type ImportList, undoImport } from './import.query.js';

/** Takes back what a list brought in and nobody touched since, after a second look. */
export function UndoImport({ list }: { list: ImportList }) {
  const { t } = useTranslation(['register', 'app']);
  const [opened, { open, close }] = useDisclosure();
  const key = useActKey();
  const queries = useQueryClient();
  const undoing = useOnce({
    mutationFn: () => undoImport(list.id, key.of(list.id)),
    onSuccess: async (undone) => {
      key.renew();
      queries.setQueryData(importQuery(list.id).queryKey, undone);
      close();
      await Promise.all(
        [['imports', 'list'], ['projects']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
  return (
    <div>
      <Button variant="default" onClick={open}>
        {t('run.undo')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('run.undo')}>
        <Stack>
          <Text size="sm">{t('run.undoText')}</Text>
          {undoing.isError && <SubmitProblem error={undoing.error} />}
          <Group>
            <Button loading={undoing.isPending} onClick={() => undoing.mutate()}>
              {t('run.undo')}
            </Button>
            <Button variant="default" onClick={close} data-autofocus>
              {t('app:actions.cancel')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </div>
  );
}
