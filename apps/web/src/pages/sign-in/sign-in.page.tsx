import { Button, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useSearchParams } from 'wouter';
import { useInstallation } from '../../api/installation.query.js';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { SignInForm } from '../../session/sign-in.form.js';
import { useSession } from '../../session/session.provider.js';
import { Page } from '../../ui/page.js';
import { SubmitProblem } from '../../ui/submit-problem.js';

/** An address of this site to go on to; anything else would let a link send people away. */
const safe = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) ? to : '/');

export function SignInPage() {
  const { t } = useTranslation();
  const { person, signIn } = useSession();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const to = safe(search.get('to'));
  if (person) return <Redirect to={to} replace />;
  return (
    <Page title={t('signIn.title')} lead={t('signIn.intro')}>
      <Paper withBorder p="lg" maw={420}>
        <SignInForm signIn={signIn} onSignedIn={() => navigate(to, { replace: true })} />
      </Paper>
      <DemoAccounts />
    </Page>
  );
}

function DemoAccounts() {
  const { t } = useTranslation();
  const { demoAccounts = [], demoPassword } = useInstallation().data ?? {};
  if (!demoPassword) return null;
  return (
    <Stack gap="sm">
      <Title order={2}>{t('signIn.demoTitle')}</Title>
      <Text>{t('signIn.demoText', { password: demoPassword })}</Text>
      <Table.ScrollContainer minWidth={520} tabIndex={0} role="region" aria-label={t('signIn.demoTitle')}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('signIn.demoRole')}</Table.Th>
              <Table.Th>{t('signIn.demoPerson')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {demoAccounts.map((account) => (
              <DemoAccount key={account.email} account={account} password={demoPassword} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function DemoAccount({ account, password }: { account: Schema<'DemoAccountDto'>; password: string }) {
  const { t } = useTranslation(['app', 'words']);
  const { signIn } = useSession();
  const entering = useOnce({ mutationFn: () => signIn({ email: account.email, password }) });
  return (
    <Table.Tr>
      <Table.Td>{account.roles.map((role) => t(`words:role.${role}`)).join(', ')}</Table.Td>
      <Table.Td>
        {account.displayName}
        <Text size="xs" c="var(--tg-muted)">
          {account.organisation} · {account.email}
        </Text>
        {entering.isError && <SubmitProblem error={entering.error} />}
      </Table.Td>
      <Table.Td>
        <Button
          size="xs"
          variant="default"
          loading={entering.isPending}
          onClick={() => entering.mutate()}
          aria-label={t('signIn.demoEnter', { name: account.displayName })}
        >
          {t('signIn.enter')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
