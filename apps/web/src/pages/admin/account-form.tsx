import { Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../api/schema-names.js';
import { problemOfError } from '../../api/problem.js';
import { useOnce } from '../../api/use-once.js';
import { FaultSummary } from '../../ui/fault-summary.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { changeOf, draftOf } from './account-change.js';
import { AccountFields } from './account-fields.js';
import { type Account, accountQuery, changeAccount, keepAccount } from './admin.query.js';
import { useAccountFields } from './use-account-fields.js';

interface Props {
  account: Account;
  isSelf: boolean;
}

/** Changes what is known of a person. What somebody else changed meanwhile is shown beside it, and never overwritten unseen. */
export function AccountForm({ account, isSelf }: Props) {
  const { t } = useTranslation(['admin', 'app']);
  const { form, change, other, adopt, saving } = useAccountChange(account);
  const [tries, setTries] = useState(0);
  const { faultsOf, fieldOf } = useAccountFields();
  const isChanged = Object.keys(change).length > 0;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        () => saving.mutate(change),
        () => setTries(tries + 1),
      )}
    >
      <Stack>
        {saving.isError && !other && <SubmitProblem error={saving.error} fieldOf={fieldOf} />}
        {tries > 0 && (
          <FaultSummary tries={tries} faults={faultsOf((field) => form.errors[field] !== undefined)} />
        )}
        {other && <OtherVersion account={other} onTake={() => adopt(other)} />}
        <AccountFields
          form={form}
          known={account.organisation}
          rolesLocked={isSelf ? t('admin:accounts.ownRoles') : undefined}
        />
        {change.roles && (
          <Text fw={500} role="status">
            {t('admin:accounts.endsSessions')}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={saving.isPending} disabled={!isChanged}>
            {t('app:actions.save')}
          </Button>
          <Text size="sm" role="status">
            {saving.isSuccess && !isChanged && t('admin:accounts.saved')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

/**
 * The form, what it changes of the account as the person saw it first, the act of saving that, and the version of somebody
 * else that stands on the system when it could not be saved. What was asked for again in between was not looked at.
 */
function useAccountChange(account: Account) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [seen, setSeen] = useState(account);
  const [other, setOther] = useState<Account | null>(null);
  const form = useForm({
    initialValues: draftOf(account),
    validate: {
      displayName: (value) => (value.trim() === '' ? t('accounts.nameMissing') : null),
      roles: (value) => (value.length === 0 ? t('accounts.rolesMissing') : null),
    },
  });
  const saving = useOnce({
    mutationFn: (change: Schema<'ChangeUserDto'>) => changeAccount(other ?? seen, change),
    onSuccess: (saved) => {
      adopt(saved);
      return keepAccount(queries, saved);
    },
    onError: async (error) => {
      if (problemOfError(error).code === 'stale_revision')
        setOther(await queries.fetchQuery({ ...accountQuery(account.id), staleTime: 0 }));
    },
  });
  const adopt = (version: Account) => {
    setSeen(version);
    setOther(null);
    form.setValues(draftOf(version));
    if (saving.isError) saving.reset();
  };
  const change = changeOf(seen, form.values);
  const isOld = account.revision > seen.revision && Object.keys(change).length === 0;
  useEffect(() => {
    if (isOld) adopt(account);
  });
  return { form, change, other, adopt, saving };
}

function OtherVersion({ account, onTake }: { account: Account; onTake: () => void }) {
  const { t } = useTranslation(['admin', 'words']);
  const { displayName, position, organisation, roles } = account;
  return (
    <Paper withBorder p="md" role="alert">
      <Stack gap="xs">
        <Text fw={600}>{t('admin:conflict.title')}</Text>
        <List size="sm">
          <List.Item>{`${t('admin:accounts.name')}: ${displayName}`}</List.Item>
          <List.Item>{`${t('admin:accounts.position')}: ${position ?? '–'}`}</List.Item>
          <List.Item>{`${t('admin:accounts.organisation')}: ${organisation?.name ?? '–'}`}</List.Item>
          <List.Item>
            {`${t('admin:accounts.roles')}: ${roles.map((role) => t(`words:role.${role}`)).join(', ')}`}
          </List.Item>
        </List>
        <Text size="sm">{t('admin:conflict.text')}</Text>
        <Group>
          <Button size="xs" variant="default" onClick={onTake}>
            {t('admin:conflict.take')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
