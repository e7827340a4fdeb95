import { Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { formatInstant } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { BackLink } from '../../ui/back-link.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { Answer } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { AccountForm } from './account-form.js';
import { type Account, accountQuery } from './admin.query.js';
import { Affiliations } from './affiliations.js';
import { SignInSection } from './sign-in-section.js';

/** One account: what the person may do, where they belong, and whether they may sign in. */
export function AccountPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams<{ id: string }>();
  const isAdmin = hasRole(usePerson(), 'admin');
  const account = useQuery({ ...accountQuery(id), enabled: isAdmin });
  if (!isAdmin) return <ForbiddenPage title={t('accounts.one')} />;
  return (
    <Page
      title={account.data?.displayName ?? t('accounts.one')}
      lead={account.data && <AccountLead account={account.data} />}
      above={<BackLink to="/admin" name={t('title')} />}
    >
      <Answer query={account}>{(found) => <Sections account={found} />}</Answer>
    </Page>
  );
}

function AccountLead({ account: { email, active, updatedAt } }: { account: Account }) {
  const { t } = useTranslation('admin');
  return (
    <Group gap="sm">
      {email}
      <Tag tone={active ? 'green' : 'grey'}>{t(active ? 'accounts.active' : 'accounts.inactive')}</Tag>
      {t('accounts.changedAt', { at: formatInstant(updatedAt) })}
    </Group>
  );
}

function Sections({ account }: { account: Account }) {
  const { t } = useTranslation('admin');
  const isSelf = usePerson().id === account.id;
  return (
    <Stack gap="lg">
      <Section sheet title={t('accounts.particulars')}>
        <AccountForm account={account} isSelf={isSelf} />
      </Section>
      <Section sheet title={t('signIn.title')}>
        <SignInSection account={account} isSelf={isSelf} />
      </Section>
      <Section sheet title={t('affiliations.title')}>
        <Affiliations userId={account.id} />
      </Section>
    </Stack>
  );
}
