import { List, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Verification } from '#contracts';
import { formatDate } from '../../format/format.js';
import { ListTable } from '../../ui/list-table.js';
import { Notice } from '../../ui/notice.js';
import { useSaid } from '../../ui/said.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { packsQuery } from '../dossiers/law-names.js';
import { calendarQuery, type CalendarOfYear } from './law.query.js';
import { Standing } from './marks.js';

/** Marks of days by which nobody may count officially. */
const UNSURE: readonly Verification[] = ['inference', 'memory'];

/** The days of a year that are not what their weekday says, and whether they are sure enough to count by officially. */
export function WorkingDays({ year }: { year: number }) {
  const query = useQuery(calendarQuery(year));
  return <Answer query={query}>{(calendar) => <Days calendar={calendar} />}</Answer>;
}

function Days({ calendar }: { calendar: CalendarOfYear }) {
  const { t } = useTranslation('law');
  const { year, items, confirmed } = calendar;
  return (
    <Stack gap="md">
      {confirmed ? <Text>{t('days.confirmed', { year })}</Text> : <Unconfirmed calendar={calendar} />}
      {items.length === 0 ? (
        <EmptyState title={t('days.none', { year })}>{t('days.noneText')}</EmptyState>
      ) : (
        <DayTable items={items} />
      )}
    </Stack>
  );
}

/** Why terms of the year are not counted officially: days that are not sure, and parts that are known to be missing. */
function Unconfirmed({ calendar: { year, items } }: { calendar: CalendarOfYear }) {
  const { t } = useTranslation('law');
  const said = useSaid();
  const packs = useQuery(packsQuery).data ?? [];
  const unsure = items.filter(({ verification }) => UNSURE.includes(verification)).length;
  const missing = packs
    .filter(({ kind, validFrom }) => kind === 'calendar' && validFrom.startsWith(String(year)))
    .flatMap((pack) => pack.missing);
  return (
    <Notice tone="amber" role="note" title={t('days.unconfirmed', { year })}>
      <Text size="sm">{t('days.unconfirmedText')}</Text>
      <List size="sm" mt="xs">
        {unsure > 0 && <List.Item>{t('days.unsure', { count: unsure })}</List.Item>}
        {missing.map(({ code, about }) => (
          <List.Item key={code}>{said(about)}</List.Item>
        ))}
      </List>
    </Notice>
  );
}

function DayTable({ items }: Pick<CalendarOfYear, 'items'>) {
  const { t } = useTranslation('law');
  const said = useSaid();
  const columns = (['day', 'type', 'name', 'basis'] as const).map((one) => t(`days.${one}`));
  return (
    <ListTable label={t('days.table')} columns={columns} minWidth={680}>
      {items.map(({ date, type, appliesTo, name, basis, verification }) => (
        <Table.Tr key={`${date} ${type} ${appliesTo}`} style={{ verticalAlign: 'top' }}>
          <Table.Td className="tg-number">{formatDate(date)}</Table.Td>
          <Table.Td>
            <Tag tone={type === 'swap_work' ? 'amber' : 'blue'}>{t(`days.types.${type}`)}</Tag>
          </Table.Td>
          <Table.Td>
            {said(name)}
            {appliesTo === 'civil_servants' && (
              <Text size="sm" c="dimmed">
                {t('days.civilServants')}
              </Text>
            )}
          </Table.Td>
          <Table.Td maw={280}>
            <Standing {...{ basis, verification }} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
