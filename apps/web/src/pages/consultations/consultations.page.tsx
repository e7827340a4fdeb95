import { Anchor, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { CONSULTATION_STATES, type ConsultationState } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { HOUSE } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DueLabel } from '../../ui/due-label.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { ListTable } from '../../ui/list-table.js';
import { Page } from '../../ui/page.js';
import { PagedList } from '../../ui/paged-list.js';
import { TabLinks } from '../../ui/tab-links.js';
import { ConsultationTag } from './consultation-tag.js';
import { consultationListQuery } from './consultation.query.js';

/** What the consulted see: a question is theirs from the letter on. */
const THEIRS: readonly ConsultationState[] = ['open', 'answered'];
const OURS: readonly ConsultationState[] = ['open', 'drafted', 'answered', 'closed_silent', 'withdrawn'];

/** Consultations across dossiers: for the house who was asked, for the consulted what they are asked. */
export function ConsultationsPage() {
  const { t } = useTranslation('council');
  const person = usePerson();
  const house = hasRole(person, ...HOUSE);
  const [params] = useSearchParams();
  if (!house && !hasRole(person, 'agency', 'expert'))
    return <ForbiddenPage title={t('consult.page.title')} />;
  const states = house ? OURS : THEIRS;
  const asked = CONSULTATION_STATES.find((one) => one === params.get('state')) ?? 'open';
  const state = states.includes(asked) ? asked : 'open';
  return (
    <Page
      wide
      title={t(house ? 'consult.page.title' : 'consult.page.titleConsulted')}
      lead={t(house ? 'consult.page.lead' : 'consult.page.leadConsulted')}
    >
      <TabLinks
        label={t('consult.page.tabs')}
        tabs={states.map((one) => ({
          to: `/dossiers/consultations?state=${one}`,
          name: t(`consult.state.${one}`),
          current: one === state,
        }))}
      />
      <ConsultationList key={state} state={state} house={house} />
    </Page>
  );
}

function ConsultationList({ state, house }: { state: ConsultationState; house: boolean }) {
  const { t } = useTranslation('council');
  const list = useInfiniteQuery(consultationListQuery(state));
  const empty = {
    title: t('consult.page.none'),
    text: t(house ? 'consult.page.noneText' : 'consult.page.noneConsulted'),
  };
  return (
    <PagedList list={list} empty={empty}>
      {(items) => <ConsultationTable items={items} house={house} />}
    </PagedList>
  );
}

interface TableProps {
  items: readonly Schema<'ListedConsultationDto'>[];
  house: boolean;
}

function ConsultationTable({ items, house }: TableProps) {
  const { t } = useTranslation('council');
  const shown = house
    ? (['project', 'who', 'due', 'result'] as const)
    : (['project', 'due', 'result'] as const);
  return (
    <ListTable
      label={t('consult.page.table')}
      columns={shown.map((one) => t(`consult.page.${one}`))}
      minWidth={house ? 720 : 480}
    >
      {items.map((item) => (
        <Table.Tr key={item.id}>
          <Table.Td>
            <Anchor component={Link} fw={500} href={`/dossiers/${item.dossierId}/consultations`}>
              {item.projectName}
            </Anchor>
            <Text size="sm" c="dimmed" lineClamp={2}>
              {house ? item.fileCode : item.question}
            </Text>
          </Table.Td>
          {house && <Table.Td>{item.organisationName}</Table.Td>}
          <Table.Td>
            <DueLabel dueOn={item.dueOn} done={item.state !== 'open'} />
          </Table.Td>
          <Table.Td>
            <ConsultationTag consultation={item} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
