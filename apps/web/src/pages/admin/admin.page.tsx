import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Tabs } from '@mantine/core';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { Accounts } from './accounts.js';
import { Organisations } from './organisations.js';

/** Who may do what here: accounts with their roles, and the organisations to which people belong. */
export function AdminPage() {
  const { t } = useTranslation('admin');
  const [search, setSearch] = useSearchParams();
  if (!hasRole(usePerson(), 'admin')) return <ForbiddenPage title={t('title')} />;
  const part = search.get('part') === 'organisations' ? 'organisations' : 'accounts';
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <Tabs value={part} onChange={(one) => setSearch(one === null ? {} : { part: one })} keepMounted={false}>
        <Tabs.List aria-label={t('title')} mb="lg">
          <Tabs.Tab value="accounts">{t('accounts.title')}</Tabs.Tab>
          <Tabs.Tab value="organisations">{t('organisations.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={part}>{part === 'accounts' ? <Accounts /> : <Organisations />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}
