import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useActKey } from '../../api/use-act-key.js';
import { useOnce } from '../../api/use-once.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { BackLink } from '../../ui/back-link.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { FaultSummary } from '../../ui/fault-summary.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { KeptNote } from '../../ui/kept-note.js';
import { type KeptEntry, useKeptEntry } from '../../ui/use-kept-entry.js';
import { type AccountDraft } from './account-change.js';
import { AccountFields } from './account-fields.js';
import { type Account, createAccount } from './admin.query.js';
import { firstPassword } from './first-password.js';
import { SecretLine } from './secret-line.js';
import { accountFieldId, type AccountField, useAccountFields } from './use-account-fields.js';
import { forgetUnconfirmed, keepUnconfirmed, unconfirmedOf } from './unconfirmed-password.js';

const EMPTY: AccountDraft = { displayName: '', position: '', roles: [], organisationId: null };
const NOTHING = { ...EMPTY, email: '', organisation: null as { id: string; name: string } | null };
/** What is entered of a person; the password is made by the page and never among it. */
type Entered = typeof NOTHING;

/** Opens an account for a person; the password that was made for them is shown once. */
export function NewAccountPage() {
  const { t } = useTranslation('admin');
  const isAdmin = hasRole(usePerson(), 'admin');
  const [attempt, setAttempt] = useState(0);
  if (!isAdmin) return <ForbiddenPage title={t('accounts.add')} />;
  return (
    <Page title={t('accounts.add')} above={<BackLink to="/admin" name={t('title')} />}>
      <NewAccount key={attempt} onAnother={() => setAttempt(attempt + 1)} />
    </Page>
  );
}

function NewAccount({ onAnother }: { onAnother: () => void }) {
  const queries = useQueryClient();
  const adminId = usePerson().id;
  const [made, setMade] = useState(() => unconfirmedOf(adminId));
  const [password] = useState(firstPassword);
  const key = useActKey();
  const { fieldOf } = useAccountFields();
  const entry = useKeptEntry<Entered>('account.new', NOTHING);
  const [begun, setBegun] = useState(0);
  const begin = () => {
    entry.forget();
    creating.reset();
    setBegun(begun + 1);
  };
  const creating = useOnce({
    mutationFn: ({ email, draft }: { email: string; draft: AccountDraft }) => {
      const body = {
        ...{ email, password, roles: draft.roles, displayName: draft.displayName.trim() },
        ...(draft.position.trim() !== '' && { position: draft.position.trim() }),
        ...(draft.organisationId !== null && { organisationId: draft.organisationId }),
      };
      return createAccount(key.of(body), body);
    },
    onSuccess: (account) => {
      entry.forget();
      const unconfirmed = { adminId, account, password };
      keepUnconfirmed(unconfirmed);
      setMade(unconfirmed);
      // Not kept as its page: its owner may have signed in and changed it before that is opened.
      return queries.invalidateQueries({ queryKey: ['admin', 'accounts'] });
    },
  });
  if (made) return <Created account={made.account} password={made.password} onAnother={onAnother} />;
  return (
    <Paper withBorder p="lg">
      <Stack>
        <KeptNote entry={{ ...entry, forget: begin }} />
        {creating.isError && <SubmitProblem error={creating.error} fieldOf={fieldOf} />}
        <NewAccountForm
          key={begun}
          entry={entry}
          isPending={creating.isPending}
          onSubmit={(email, draft) => creating.mutate({ email, draft })}
        />
      </Stack>
    </Paper>
  );
}

interface FormProps {
  entry: KeptEntry<Entered>;
  isPending: boolean;
  onSubmit: (email: string, draft: AccountDraft) => void;
}

function NewAccountForm({ entry, isPending, onSubmit }: FormProps) {
  const { t } = useTranslation(['admin', 'app']);
  const { email, organisation, ...begun } = entry.value;
  const [tries, setTries] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const { faultsOf } = useAccountFields();
  const form = useForm({
    initialValues: begun,
    onValuesChange: (values) => entry.set({ ...entry.value, ...values }),
    validate: {
      displayName: (value) => (value.trim() === '' ? t('admin:accounts.nameMissing') : null),
      roles: (value) => (value.length === 0 ? t('admin:accounts.rolesMissing') : null),
    },
  });
  const isAddress = /^\S+@\S+$/.test(email.trim());
  const give = (draft: AccountDraft) => {
    if (isAddress) onSubmit(email.trim(), draft);
  };
  const isFaulty = (field: AccountField) =>
    field === 'email' ? isMissing && !isAddress : form.errors[field] !== undefined;
  const submit = form.onSubmit(give);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        setTries(tries + 1);
        setMissing(!isAddress);
        submit(event);
      }}
    >
      <Stack>
        {tries > 0 && <FaultSummary tries={tries} faults={faultsOf(isFaulty)} />}
        <AccountFields
          form={form}
          known={organisation}
          onOrganisation={(chosen) =>
            entry.set({ ...entry.value, organisationId: chosen?.id ?? null, organisation: chosen })
          }
        >
          <TextInput
            id={accountFieldId('email')}
            label={t('admin:accounts.email')}
            type="email"
            autoComplete="off"
            maxLength={254}
            value={email}
            error={isMissing && !isAddress && t('admin:accounts.emailMissing')}
            onChange={({ currentTarget }) => entry.set({ ...entry.value, email: currentTarget.value })}
          />
        </AccountFields>
        <Text size="sm" c="dimmed">
          {t('admin:password.made')}
        </Text>
        <Group>
          <Button type="submit" loading={isPending}>
            {t('admin:accounts.create')}
          </Button>
          <Button variant="default" component={Link} href="/admin">
            {t('app:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Shows the password until somebody says that it was handed over: nothing else takes it off the page. */
function Created(props: { account: Account; password: string; onAnother: () => void }) {
  const { t } = useTranslation('admin');
  const { account, password, onAnother } = props;
  const [isHandedOver, setHandedOver] = useState(false);
  useUnloadWarning(!isHandedOver);
  const confirm = () => {
    forgetUnconfirmed();
    setHandedOver(true);
  };
  return (
    <Paper withBorder p="lg" component="section" role="status">
      <Stack>
        <Title order={2}>{t('created.title', { name: account.displayName })}</Title>
        {isHandedOver ? (
          <>
            <Text>{t('created.handedOver', { email: account.email })}</Text>
            <Group>
              <Button component={Link} href={`/admin/users/${account.id}`}>
                {t('created.open')}
              </Button>
              <Button variant="default" onClick={onAnother}>
                {t('created.another')}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <Text>{t('created.signIn', { email: account.email })}</Text>
            <SecretLine secret={password} />
            <Text>{t('created.until')}</Text>
            <Group>
              <Button onClick={confirm}>{t('created.confirm')}</Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** The browser asks before it closes or reloads the tab. */
function useUnloadWarning(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isWanted]);
}
