import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { formatNumber } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { RegisterBar, RegisterExport } from './register-bar.js';
import { readConditions, type RegisterConditions, writtenConditions } from './register-conditions.js';
import { RegisterTable } from './register-table.js';
import { registerQuery } from './register.query.js';

/** What left the house: every numbered letter, found by its number, its kind and its day. */
export function LetterRegisterPage() {
  const { t } = useTranslation(['clerk', 'app']);
  const [search, setSearch] = useSearchParams();
  if (!hasRole(usePerson(), 'clerk', 'head', 'leader', 'auditor'))
    return (
      <Page title={t('app:forbidden.title')}>
        <Text>{t('app:forbidden.text')}</Text>
      </Page>
    );
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
  const { t } = useTranslation(['clerk', 'app']);
  const list = useInfiniteQuery(registerQuery(conditions));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <LoadingState />;
  if (items.length === 0) {
    const name = Object.keys(writtenConditions(conditions)).length > 0 ? 'noneFound' : 'none';
    return <EmptyState title={t(`register.${name}`)}>{t(`register.${name}Text`)}</EmptyState>;
  }
  const total = list.data.pages[0]?.total ?? items.length;
  return (
    <>
      <RegisterTable items={items} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {t('register.shown', { shown: formatNumber(items.length), total: formatNumber(total) })}
        </Text>
        {list.hasNextPage && (
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('app:actions.more')}
          </Button>
        )}
      </Group>
    </>
  );
}
