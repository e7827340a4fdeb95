import { Anchor, Paper, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { type CouncilSeat, type CouncilStatus } from '#contracts';
import { Page } from '../../ui/page.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { TabLinks } from '../dossiers/tab-links.js';
import { knownCouncilsQuery, myCouncilsQuery } from './council.query.js';

const TABS = ['mine', 'open', 'closed'] as const;
type Tab = (typeof TABS)[number];
const TONES = { established: 'blue', in_session: 'amber', concluded: 'green', dissolved: 'grey' } as const;

interface Row {
  councilId: string;
  dossierId: string;
  seat: CouncilSeat | null;
  /** The seat waits for the own declaration; nothing of the council is known before. */
  invited: boolean;
  projectName: string;
  name: string | null;
  fileCode: string | null;
  status: CouncilStatus | null;
  openMotions: number | null;
}

/** Councils: those with an own seat, those at work, and those that have ended. */
export function CouncilsPage() {
  const { t } = useTranslation('council');
  const [params] = useSearchParams();
  const tab: Tab = TABS.find((one) => one === params.get('list')) ?? 'mine';
  return (
    <Page title={t('list.title')} lead={t('list.lead')} wide>
      <TabLinks
        label={t('list.tabs.label')}
        tabs={TABS.map((one) => ({
          to: `/councils?list=${one}`,
          name: t(`list.tabs.${one}`),
          current: one === tab,
        }))}
      />
      {tab === 'mine' ? <Mine /> : <Known stage={tab} />}
    </Page>
  );
}

function Mine() {
  const { t } = useTranslation('council');
  const query = useQuery(myCouncilsQuery);
  return (
    <Answer query={query}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title={t('list.none')}>{t('list.noneMine')}</EmptyState>
        ) : (
          <CouncilTable rows={items.map((item) => ({ ...item, invited: item.state === 'invited' }))} />
        )
      }
    </Answer>
  );
}

function Known({ stage }: { stage: 'open' | 'closed' }) {
  const { t } = useTranslation('council');
  const query = useQuery(knownCouncilsQuery(stage));
  return (
    <Answer query={query}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
        ) : (
          <CouncilTable rows={items.map((item) => ({ ...item, invited: false }))} />
        )
      }
    </Answer>
  );
}

function CouncilTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('council');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={640} tabIndex={0} role="region" aria-label={t('list.table')}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('list.council')}</Table.Th>
              <Table.Th>{t('list.seat')}</Table.Th>
              <Table.Th>{t('list.status')}</Table.Th>
              <Table.Th>{t('list.waiting')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.councilId}>
                <Table.Td>
                  <Anchor
                    component={Link}
                    fw={500}
                    href={`/dossiers/${row.dossierId}${row.invited ? '' : '/council'}`}
                  >
                    {row.projectName}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {row.invited ? t('list.declare') : [row.fileCode, row.name].filter(Boolean).join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>{row.seat && t(`seat.${row.seat}`)}</Table.Td>
                <Table.Td>
                  {row.invited && <Tag tone="amber">{t('list.invited')}</Tag>}
                  {row.status && <Tag tone={TONES[row.status]}>{t(`status.${row.status}`)}</Tag>}
                </Table.Td>
                <Table.Td>
                  {(row.openMotions ?? 0) > 0 && t('list.waits', { count: row.openMotions ?? 0 })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
