import { Anchor, Button, Paper, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { type Schema } from '../../api/schema-names.js';
import { DueLabel } from '../../ui/due-label.js';
import { Page } from '../../ui/page.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { TabLinks } from '../dossiers/tab-links.js';
import { CONDITION_GROUPS, type ConditionGroup, conditionPageQuery } from './condition.query.js';
import { ConditionTag, isOwed } from './condition-tag.js';

const PAUSE_MS = 250;

/** Conditions of approvals across dossiers, the nearest deadline first. */
export function ConditionsPage() {
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
  const { t } = useTranslation(['council', 'app']);
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  return cursors.map((cursor, index) => (
    <ConditionPart
      key={cursor ?? ''}
      {...{ group, q, cursor }}
      more={(next) =>
        index === cursors.length - 1 && (
          <div>
            <Button variant="default" onClick={() => setCursors([...cursors, next])}>
              {t('app:actions.more')}
            </Button>
          </div>
        )
      }
    />
  ));
}

interface PartProps {
  group: ConditionGroup;
  q: string;
  cursor: string | null;
  more: (next: string) => React.ReactNode;
}

function ConditionPart({ more, ...asked }: PartProps) {
  const { t } = useTranslation('council');
  const query = useQuery(conditionPageQuery(asked));
  return (
    <Answer query={query}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <EmptyState title={t('condition.page.none')}>{t('condition.page.noneText')}</EmptyState>
        ) : (
          <>
            <ConditionTable items={items} />
            {nextCursor !== null && more(nextCursor)}
          </>
        )
      }
    </Answer>
  );
}

function ConditionTable({ items }: { items: Schema<'ListedConditionDto'>[] }) {
  const { t } = useTranslation('council');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={720} tabIndex={0} role="region" aria-label={t('condition.page.table')}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('condition.page.what')}</Table.Th>
              <Table.Th>{t('condition.page.project')}</Table.Th>
              <Table.Th>{t('condition.page.due')}</Table.Th>
              <Table.Th>{t('condition.page.state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
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
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
