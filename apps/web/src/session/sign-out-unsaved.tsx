import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useOnce } from '../api/use-once.js';
import { Dialog } from '../ui/dialog.js';
import { type LeftKind } from './left-entries.js';

interface Props {
  kinds: readonly LeftKind[];
  /** Signs out and removes them; whether the server heard it. */
  leave: () => Promise<boolean>;
  onClose: () => void;
}

/** Says what a sign-out would remove for good, before it does. */
export function SignOutUnsaved({ kinds, leave, onClose }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const leaving = useOnce({
    mutationFn: leave,
    onSuccess: (heard) => {
      if (heard) navigate('/');
    },
  });
  return (
    <Dialog onClose={onClose} title={t('signOut.unsaved')} centered>
      <Stack>
        <Text>{t('signOut.unsavedText')}</Text>
        <List>
          {kinds.map((kind) => (
            <List.Item key={kind}>{t(`signOut.left.${kind}`)}</List.Item>
          ))}
        </List>
        <Group>
          <Button onClick={onClose} data-autofocus>
            {t('signOut.stay')}
          </Button>
          <Button variant="default" loading={leaving.isPending} onClick={() => leaving.mutate()}>
            {t('signOut.andRemove')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
