import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { type CouncilSeat, type CouncilStatus, type Role } from '#contracts';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { ListTable } from '../../ui/list-table.js';
import { Page } from '../../ui/page.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { TabLinks } from '../../ui/tab-links.js';
import { COUNCIL_TONES } from './council-tones.js';
import { knownCouncilsQuery, myCouncilsQuery } from './council.query.js';

/** Whose roles may have a seat. */
const SEATED: readonly Role[] = ['expert', 'appraiser', 'head', 'leader', 'council_secretary'];
const TABS = ['mine', 'open', 'closed'] as const;
type Tab = (typeof TABS)[number];

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
  if (!hasRole(usePerson(), ...SEATED)) return <ForbiddenPage title={t('list.title')} />;
  return <Councils />;
}

function Councils() {
  const { t } = useTranslation('council');
  const [params] = useSearchParams();
  const mine = useQuery(myCouncilsQuery);
  // Whoever sits in none looks for those at work.
  const first: Tab = mine.data?.length === 0 ? 'open' : 'mine';
  const tab: Tab = TABS.find((one) => one === params.get('list')) ?? first;
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
  const columns = (['council', 'seat', 'status', 'waiting'] as const).map((one) => t(`list.${one}`));
  return (
    <ListTable label={t('list.table')} columns={columns} minWidth={640}>
      {rows.map((row) => (
        <CouncilRow key={row.councilId} row={row} />
      ))}
    </ListTable>
  );
}

function CouncilRow({ row }: { row: Row }) {
  const { t } = useTranslation('council');
  const { dossierId, projectName, fileCode, name, seat, status, invited, openMotions } = row;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} fw={500} href={`/dossiers/${dossierId}${invited ? '' : '/council'}`}>
          {projectName}
        </Anchor>
        <Text size="sm" c="dimmed">
          {invited ? t('list.declare') : [fileCode, name].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>{seat && t(`seat.${seat}`)}</Table.Td>
      <Table.Td>
        {invited && <Tag tone="amber">{t('list.invited')}</Tag>}
        {status && <Tag tone={COUNCIL_TONES[status]}>{t(`status.${status}`)}</Tag>}
      </Table.Td>
      <Table.Td>{(openMotions ?? 0) > 0 && t('list.waits', { count: openMotions ?? 0 })}</Table.Td>
    </Table.Tr>
  );
}
