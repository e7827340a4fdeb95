import { List, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../ui/list-table.js';
import { useSaid } from '../../ui/said.js';
import { VerificationMark } from '../../ui/verification-mark.js';
import { CaseCondition } from '../public/service/case-condition.js';
import { type Law } from './law.query.js';
import { Standing } from './marks.js';

type Term = Law['clocks'][number];

/** Terms with their articles: for which cases, how long, from when, what stops them and what happens when they pass. */
export function TermTable({ terms }: { terms: readonly Term[] }) {
  const { t } = useTranslation('law');
  if (terms.length === 0) return <Text size="sm">{t('terms.none')}</Text>;
  const columns = (['term', 'length', 'course', 'basis'] as const).map((one) => t(`terms.${one}`));
  return (
    <ListTable label={t('terms.title')} columns={columns} minWidth={960}>
      {terms.map((term) => (
        <TermRow key={`${term.packId} ${term.id}`} term={term} />
      ))}
    </ListTable>
  );
}

function TermRow({ term }: { term: Term }) {
  const { t } = useTranslation(['law', 'public', 'dossier']);
  const said = useSaid();
  const { id, name, purpose, value, unit, start, when, note } = term;
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td maw={320}>
        {said(name)}{' '}
        <Text span size="xs" c="dimmed">
          {id}
        </Text>
        <Text size="sm">{t(`dossier:clocks.purpose.${purpose}`)}</Text>
        <CaseCondition when={when} />
        {note && (
          <Text size="sm" c="dimmed">
            {said(note)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {value === null ? t('public:service.setInCase') : t(`public:service.${unit}`, { count: value })}
        <Text size="sm" c="dimmed">
          {t(`public:service.start.${start}`)}
        </Text>
      </Table.Td>
      <Table.Td maw={340}>
        <TermCourse term={term} />
      </Table.Td>
      <Table.Td maw={260}>
        <Standing {...term} validity={term} />
      </Table.Td>
    </Table.Tr>
  );
}

/** What stops a term, what lengthens it, what its end means and how else its beginning can be read. */
function TermCourse({ term }: { term: Term }) {
  const { t } = useTranslation(['law', 'public', 'dossier']);
  const { stopsOn, onExpire, onExpireBasis, extension, alternativeStart } = term;
  return (
    <List size="sm" spacing={4}>
      <List.Item>
        {t(`terms.expire.${onExpire}`)}
        {onExpireBasis !== null && (
          <Text size="xs" c="dimmed" lang="vi">
            {onExpireBasis}
          </Text>
        )}
      </List.Item>
      {stopsOn.map(({ status, basis, verification }) => (
        <List.Item key={status}>
          {t('terms.stops', { why: t(`dossier:clocks.stopReason.${status as 'other'}`) })}{' '}
          <VerificationMark verification={verification} />
          <Text size="xs" c="dimmed" lang="vi">
            {basis}
          </Text>
        </List.Item>
      ))}
      {extension && (
        <List.Item>
          {extension.max === 'same_length'
            ? t('terms.extensionSame', { count: extension.times })
            : t('terms.extension', { days: extension.max, count: extension.times })}{' '}
          <VerificationMark verification={extension.verification} />
          <Text size="xs" c="dimmed" lang="vi">
            {extension.basis}
          </Text>
        </List.Item>
      )}
      {alternativeStart !== null && (
        <List.Item>
          {t('terms.otherStart', { start: t(`public:service.start.${alternativeStart}`) })}
        </List.Item>
      )}
    </List>
  );
}
