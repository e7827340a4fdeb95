import { Anchor, Button, Paper, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { CONSULTATION_STATES, type ConsultationState } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DueLabel } from '../../ui/due-label.js';
import { Page } from '../../ui/page.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { TabLinks } from '../dossiers/tab-links.js';
import { ConsultationTag } from './consultation-tag.js';
import { consultationPageQuery } from './consultation.query.js';

const HOUSE = ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor'] as const;
/** What the consulted see: a question is theirs from the letter on. */
const THEIRS: readonly ConsultationState[] = ['open', 'answered'];
const OURS: readonly ConsultationState[] = ['open', 'drafted', 'answered', 'closed_silent', 'withdrawn'];

/** Consultations across dossiers: for the house who was asked, for the consulted what they are asked. */
export function ConsultationsPage() {
  const { t } = useTranslation('council');
  const house = hasRole(usePerson(), ...HOUSE);
  const [params] = useSearchParams();
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
  const { t } = useTranslation(['council', 'app']);
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  return cursors.map((cursor, index) => (
    <ConsultationPart
      key={cursor ?? ''}
      {...{ state, cursor, house }}
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
  state: ConsultationState;
  cursor: string | null;
  house: boolean;
  more: (next: string) => React.ReactNode;
}

function ConsultationPart({ state, cursor, house, more }: PartProps) {
  const { t } = useTranslation('council');
  const query = useQuery(consultationPageQuery(state, cursor));
  return (
    <Answer query={query}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <EmptyState title={t('consult.page.none')}>
            {t(house ? 'consult.page.noneText' : 'consult.page.noneConsulted')}
          </EmptyState>
        ) : (
          <>
            <ConsultationTable items={items} house={house} />
            {nextCursor !== null && more(nextCursor)}
          </>
        )
      }
    </Answer>
  );
}

function ConsultationTable({ items, house }: { items: Schema<'ListedConsultationDto'>[]; house: boolean }) {
  const { t } = useTranslation('council');
  return (
    <Paper withBorder>
      <Table.ScrollContainer
        minWidth={house ? 720 : 480}
        tabIndex={0}
        role="region"
        aria-label={t('consult.page.table')}
      >
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('consult.page.project')}</Table.Th>
              {house && <Table.Th>{t('consult.page.who')}</Table.Th>}
              <Table.Th>{t('consult.page.due')}</Table.Th>
              <Table.Th>{t('consult.page.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
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
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
