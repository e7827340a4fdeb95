import { Button, Group, List, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber } from '../../format/format.js';
import { ListTable } from '../../ui/list-table.js';
import { Notice } from '../../ui/notice.js';
import { EmptyState, Unanswered } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { VerificationMark } from '../../ui/verification-mark.js';
import { type Match, matchQuery, type Named } from './law.query.js';
import { HS_FORM, typedCodes, VSIC_FORM } from './typed-codes.js';

const PERCENT = 100;
const SHORTEST = 2;

/** Which rows of the lists of a day a technology may be, by its name and by the codes that speak for it. */
export function NameMatch({ on }: { on: string }) {
  const { t } = useTranslation('law');
  const [asked, setAsked] = useState<Named | null>(null);
  const match = useQuery(matchQuery(asked, on));
  return (
    <Stack gap="md">
      <Text maw={720}>{t('names.lead')}</Text>
      <NameForm isAsking={match.isFetching} onAsk={setAsked} />
      {asked !== null && (match.data ? <Found match={match.data} /> : <Unanswered query={match} rows={3} />)}
    </Stack>
  );
}

function NameForm({ isAsking, onAsk }: { isAsking: boolean; onAsk: (named: Named) => void }) {
  const { t } = useTranslation('law');
  const [typed, setTyped] = useState({ name: '', hs: '', vsic: '' });
  const [tried, setTried] = useState(false);
  const hs = typedCodes(typed.hs, HS_FORM);
  const vsic = typedCodes(typed.vsic, VSIC_FORM);
  const name = typed.name.trim();
  const errors = {
    name: name.length < SHORTEST && t('names.missing'),
    hs: hs === null && t('lists.wrong.hs'),
    vsic: vsic === null && t('lists.wrong.vsic'),
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.length >= SHORTEST && hs !== null && vsic !== null)
      onAsk({ name, hs: hs.join(','), vsic: vsic.join(',') });
  };
  return (
    <form onSubmit={ask} noValidate>
      <Group gap="md" align="flex-start">
        {(['name', 'hs', 'vsic'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`names.${field}`)}
            description={t(`names.${field}Text`)}
            w={field === 'name' ? 340 : 200}
            maxLength={field === 'name' ? 500 : 200}
            value={typed[field]}
            error={tried && errors[field]}
            onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [field]: value }))}
          />
        ))}
      </Group>
      <Button type="submit" mt="md" loading={isAsking}>
        {t('names.ask')}
      </Button>
    </form>
  );
}

function Found({ match: { candidates, notices, on } }: { match: Match }) {
  const { t } = useTranslation('law');
  return (
    <Stack gap="md">
      {candidates.length === 0 ? (
        <EmptyState title={t('names.none')}>{t('names.noneText')}</EmptyState>
      ) : (
        <Candidates candidates={candidates} />
      )}
      <Text size="sm" c="dimmed">
        {t('names.byLaw', { day: formatDate(on) })}
      </Text>
      {notices.length > 0 && (
        <Notice tone="amber" role="note" title={t('names.notices')}>
          <List size="sm" spacing={4}>
            {[...new Set(notices.map(({ text }) => text))].map((text) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Notice>
      )}
    </Stack>
  );
}

function Candidates({ candidates }: Pick<Match, 'candidates'>) {
  const { t, i18n } = useTranslation(['law', 'public']);
  const columns = (['technology', 'likeness', 'worth', 'instrument'] as const).map((one) =>
    t(`names.${one}`),
  );
  return (
    <ListTable label={t('names.table')} columns={columns} minWidth={760}>
      {candidates.map((one) => (
        <Table.Tr key={`${one.list} ${one.listVersion} ${one.code}`} style={{ verticalAlign: 'top' }}>
          <Table.Td maw={380}>
            <span lang="vi">{one.nameVi}</span>
            {i18n.language === 'en' && <Text size="sm">{one.nameEn}</Text>}
            <Text size="sm" c="dimmed">
              {[one.code, t(`public:result.lists.${one.list}`)].join(' · ')}
            </Text>
          </Table.Td>
          <Table.Td className="tg-number">
            {formatNumber(Math.round(one.score * PERCENT))} %
            <Text size="sm" c="dimmed">
              {t(`names.method.${one.method}`)}
            </Text>
          </Table.Td>
          <Table.Td>
            <Tag tone={one.standing === 'acts' ? 'blue' : 'grey'}>
              {t(`public:result.standings.${one.standing}`)}
            </Tag>
          </Table.Td>
          <Table.Td maw={260}>
            <Text size="sm" mb={4} lang="vi">
              {one.instrument}
            </Text>
            <VerificationMark verification={one.verification} />
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}
