import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { formatNumber } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { PagedList } from '../../ui/paged-list.js';
import { RegisterBar, RegisterExport } from './register-bar.js';
import { readConditions, type RegisterConditions, writtenConditions } from './register-conditions.js';
import { RegisterTable } from './register-table.js';
import { registerQuery } from './register.query.js';

/** What left the house: every numbered letter, found by its number, its kind and its day. */
export function LetterRegisterPage() {
  const { t } = useTranslation(['clerk', 'app']);
  const [search, setSearch] = useSearchParams();
  if (!hasRole(usePerson(), 'clerk', 'head', 'leader', 'auditor'))
    return <ForbiddenPage title={t('register.title')} />;
  const conditions = readConditions(search);
  const change = (part: Partial<RegisterConditions>) =>
    setSearch(writtenConditions({ ...conditions, ...part }), { replace: true });
  return (
    <Page
      wide
      title={t('register.title')}
      lead={t('register.lead')}
      actions={<RegisterExport conditions={conditions} />}
    >
      <RegisterBar conditions={conditions} onChange={change} />
      <Letters conditions={conditions} />
    </Page>
  );
}

function Letters({ conditions }: { conditions: RegisterConditions }) {
  const { t } = useTranslation('clerk');
  const list = useInfiniteQuery(registerQuery(conditions));
  const name = Object.keys(writtenConditions(conditions)).length > 0 ? 'noneFound' : 'none';
  return (
    <PagedList
      list={list}
      empty={{ title: t(`register.${name}`), text: t(`register.${name}Text`) }}
      shown={(count, total) =>
        t('register.shown', { shown: formatNumber(count), total: formatNumber(total ?? count) })
      }
    >
      {(items) => <RegisterTable items={items} />}
    </PagedList>
  );
}
