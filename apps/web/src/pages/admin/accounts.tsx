import { Anchor, Button, Group, NativeSelect, Paper, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { ROLES } from '#contracts';
import { PagedList } from '../../ui/paged-list.js';
import { Tag } from '../../ui/status-tag.js';
import { type Account, accountFilterOf, accountsQuery } from './admin.query.js';
import { SearchField } from './search-field.js';
import { useSetFilter } from './use-filter.js';

/** Everybody who has an account, by name. */
export function Accounts() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const list = useInfiniteQuery(accountsQuery(accountFilterOf(search)));
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <AccountFilters />
        <Button component={Link} href="/admin/users/new" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('accounts.add')}
        </Button>
      </Group>
      <PagedList
        list={list}
        empty={{ title: t('accounts.none'), text: t('none') }}
        shown={(count) => t('shown', { count })}
      >
        {(accounts) => <AccountTable accounts={accounts} />}
      </PagedList>
    </Stack>
  );
}

function AccountFilters() {
  const { t } = useTranslation(['admin', 'words']);
  const [search] = useSearchParams();
  const set = useSetFilter();
  const { q, role, active } = accountFilterOf(search);
  const every = { value: '', label: t('admin:every') };
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('admin:accounts.filter')}>
      <SearchField label={t('admin:accounts.search')} value={q} onSearch={(text) => set('q', text)} />
      <NativeSelect
        label={t('admin:accounts.role')}
        data={[every, ...ROLES.map((one) => ({ value: one, label: t(`words:role.${one}`) }))]}
        value={role}
        onChange={({ currentTarget }) => set('role', currentTarget.value)}
      />
      <NativeSelect
        label={t('admin:accounts.state')}
        data={[
          every,
          { value: 'true', label: t('admin:accounts.active') },
          { value: 'false', label: t('admin:accounts.inactive') },
        ]}
        value={active}
        onChange={({ currentTarget }) => set('active', currentTarget.value)}
      />
    </Group>
  );
}

function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  const { t } = useTranslation('admin');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720} tabIndex={0} role="region" aria-label={t('accounts.title')}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['person', 'roles', 'organisation', 'state'] as const).map((name) => (
                <Table.Th key={name}>{t(`accounts.${name}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function AccountRow({ account }: { account: Account }) {
  const { t } = useTranslation(['admin', 'words']);
  const { id, displayName, email, position, roles, organisation, active } = account;
  return (
    <Table.Tr>
      <Table.Td miw={220}>
        <Anchor component={Link} href={`/admin/users/${id}`} fw={500}>
          {displayName}
        </Anchor>
        <Text size="sm" c="dimmed">
          {[email, position].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>{roles.map((role) => t(`words:role.${role}`)).join(', ')}</Table.Td>
      <Table.Td>{organisation?.name}</Table.Td>
      <Table.Td>
        <Tag tone={active ? 'green' : 'grey'}>
          {t(active ? 'admin:accounts.active' : 'admin:accounts.inactive')}
        </Tag>
      </Table.Td>
    </Table.Tr>
  );
}
