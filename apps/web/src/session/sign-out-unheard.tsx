import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useOnce } from '../api/use-once.js';
import { Dialog } from '../ui/dialog.js';
import { ProblemAlert } from '../ui/problem-alert.js';

interface Props {
  error: unknown;
  /** The same once more; whether it was heard. */
  again: () => Promise<boolean>;
  onClose: () => void;
}

/** Over a page that nobody can read behind it: the sign-out did not reach the server, and is tried again with the network. */
export function SignOutUnheard({ error, again, onClose }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const leaving = useOnce({
    mutationFn: again,
    onSuccess: (heard) => {
      if (heard) navigate('/');
    },
  });
  const { mutate } = leaving;
  useEffect(() => {
    const online = () => mutate();
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, [mutate]);
  return (
    <Dialog
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      overlayProps={{ backgroundOpacity: 0.9, blur: 12 }}
      title={t('signOut.unheard')}
      centered
    >
      <Stack>
        <Text>{t('signOut.unheardText')}</Text>
        <ProblemAlert error={error} />
        <Group>
          <Button loading={leaving.isPending} onClick={() => mutate()} data-autofocus>
            {t('signOut.again')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('signOut.stay')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
