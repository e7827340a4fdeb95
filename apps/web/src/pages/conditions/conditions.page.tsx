import { Anchor, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { type Schema } from '../../api/schema-names.js';
import { HOUSE } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DueLabel } from '../../ui/due-label.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { ListTable } from '../../ui/list-table.js';
import { Page } from '../../ui/page.js';
import { PagedList } from '../../ui/paged-list.js';
import { TabLinks } from '../../ui/tab-links.js';
import { CONDITION_GROUPS, type ConditionGroup, conditionListQuery } from './condition.query.js';
import { ConditionTag, isOwed } from './condition-tag.js';

const PAUSE_MS = 250;

/** Conditions of approvals across dossiers, the nearest deadline first; an owner finds those of a dossier on the dossier. */
export function ConditionsPage() {
  const { t } = useTranslation('council');
  if (!hasRole(usePerson(), ...HOUSE)) return <ForbiddenPage title={t('condition.page.title')} />;
  return <Conditions />;
}

function Conditions() {
  const { t } = useTranslation('council');
  const [params] = useSearchParams();
  const group = CONDITION_GROUPS.find((one) => one === params.get('group')) ?? 'overdue';
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), PAUSE_MS);
  return (
    <Page wide title={t('condition.page.title')} lead={t('condition.page.lead')}>
      <TabLinks
        label={t('condition.page.tabs.label')}
        tabs={CONDITION_GROUPS.map((one) => ({
          to: `/dossiers/conditions?group=${one}`,
          name: t(`condition.page.tabs.${one}`),
          current: one === group,
        }))}
      />
      <TextInput
        type="search"
        maw={420}
        maxLength={200}
        label={t('condition.page.search')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ConditionList key={`${group} ${q}`} group={group} q={q} />
    </Page>
  );
}

function ConditionList({ group, q }: { group: ConditionGroup; q: string }) {
  const { t } = useTranslation('council');
  const list = useInfiniteQuery(conditionListQuery(group, q));
  const empty = { title: t('condition.page.none'), text: t('condition.page.noneText') };
  return (
    <PagedList list={list} empty={empty}>
      {(items) => <ConditionTable items={items} />}
    </PagedList>
  );
}

function ConditionTable({ items }: { items: readonly Schema<'ListedConditionDto'>[] }) {
  const { t } = useTranslation('council');
  const columns = (['what', 'project', 'due', 'state'] as const).map((one) => t(`condition.page.${one}`));
  return (
    <ListTable label={t('condition.page.table')} columns={columns} minWidth={720}>
      {items.map((item) => (
        <Table.Tr key={item.id}>
          <Table.Td>
            <Anchor component={Link} fw={500} href={`/dossiers/${item.dossierId}/conditions`}>
              {`${item.number}. ${item.what}`}
            </Anchor>
          </Table.Td>
          <Table.Td>
            {item.projectName}
            <Text size="sm" c="dimmed">
              {item.fileCode}
            </Text>
          </Table.Td>
          <Table.Td>
            <DueLabel dueOn={item.deadlineOn} done={!isOwed(item)} />
          </Table.Td>
          <Table.Td>
            <ConditionTag condition={item} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
