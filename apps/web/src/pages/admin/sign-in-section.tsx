import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { Dialog } from '../../ui/dialog.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { type Account, accountQuery, changeAccount, keepAccount } from './admin.query.js';
import { firstPassword } from './first-password.js';
import { SecretLine } from './secret-line.js';

interface Props {
  account: Account;
  isSelf: boolean;
}
type Asked = { act: 'close' } | { act: 'password'; password: string };

/** Whether the person may sign in, and with which password. What ends sessions is confirmed first. */
export function SignInSection({ account, isSelf }: Props) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const acting = useOnce({
    mutationFn: (change: Schema<'ChangeUserDto'>) => changeAccount(account, change),
    onSuccess: (changed) => {
      setAsked(null);
      return keepAccount(queries, changed);
    },
    onError: () => queries.invalidateQueries({ queryKey: accountQuery(account.id).queryKey }),
  });
  const ask = (next: Asked | null) => {
    acting.reset();
    setAsked(next);
  };
  return (
    <>
      <Text>{t(account.active ? 'signIn.open' : 'signIn.closed')}</Text>
      {isSelf && <Text c="dimmed">{t('signIn.own')}</Text>}
      {asked === null && acting.isError && <SubmitProblem error={acting.error} />}
      <Group>
        <Button variant="default" onClick={() => ask({ act: 'password', password: firstPassword() })}>
          {t('password.renew')}
        </Button>
        {account.active && !isSelf && (
          <Button variant="default" c="var(--mantine-color-error)" onClick={() => ask({ act: 'close' })}>
            {t('signIn.close')}
          </Button>
        )}
        {!account.active && (
          <Button loading={acting.isPending} onClick={() => acting.mutate({ active: true })}>
            {t('signIn.reopen')}
          </Button>
        )}
      </Group>
      <Text size="sm" role="status">
        {acting.isSuccess && t('signIn.done')}
      </Text>
      {asked?.act === 'close' && (
        <Confirmation
          title={t('signIn.closeTitle', { name: account.displayName })}
          confirm={t('signIn.closeNow')}
          acting={acting}
          onConfirm={() => acting.mutate({ active: false })}
          onClose={() => ask(null)}
        >
          <Text>{t('signIn.closeText')}</Text>
          <Text>{t('signIn.closeWork')}</Text>
        </Confirmation>
      )}
      {asked?.act === 'password' && (
        <Confirmation
          title={t('password.renewTitle', { name: account.displayName })}
          confirm={t('password.renewNow')}
          acting={acting}
          onConfirm={() => acting.mutate({ password: asked.password })}
          onClose={() => ask(null)}
        >
          <Text>{t('password.renewText')}</Text>
          <SecretLine secret={asked.password} />
          <Text>{t('password.once')}</Text>
        </Confirmation>
      )}
    </>
  );
}

interface ConfirmationProps {
  title: string;
  confirm: string;
  acting: { isPending: boolean; isError: boolean; error: unknown };
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Confirmation({ title, confirm, acting, onConfirm, onClose, children }: ConfirmationProps) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack>
        {children}
        {acting.isError && <SubmitProblem error={acting.error} />}
        <Group>
          <Button loading={acting.isPending} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
