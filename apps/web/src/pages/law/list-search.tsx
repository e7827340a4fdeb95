import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIST_KINDS } from '#contracts';
import { formatNumber } from '../../format/format.js';
import { PagedList } from '../../ui/paged-list.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { type Law, lawOfDayQuery, listRowsQuery, type ListVersion, type RowConditions } from './law.query.js';
import { RowTable } from './row.table.js';
import { Standing } from './marks.js';
import { HS_FORM, typedCodes, VSIC_FORM } from './typed-codes.js';

const PAUSE_MS = 250;
const keyOf = ({ packId, id }: ListVersion) => `${packId} ${id}`;

/** The lists of technologies that are known on a day, and the rows of one of them. */
export function ListSearch({ on }: { on: string }) {
  const { t } = useTranslation('law');
  const law = useQuery(lawOfDayQuery('opinion', on));
  return (
    <Answer query={law}>
      {(known) =>
        known.listVersions.length === 0 ? (
          <EmptyState title={t('lists.none')}>{t('lists.noneText')}</EmptyState>
        ) : (
          <Versions law={known} />
        )
      }
    </Answer>
  );
}

function Versions({ law }: { law: Law }) {
  const { t } = useTranslation(['law', 'public']);
  const versions = law.listVersions;
  const [chosen, setChosen] = useState('');
  const first = versions.find(({ rows, reference }) => rows > 0 && !reference) ?? versions[0];
  const version = versions.find((one) => keyOf(one) === chosen) ?? first;
  if (!version) return null;
  const nameOf = (one: ListVersion) =>
    [
      one.instrument,
      one.kinds.map((kind) => t(`public:result.lists.${kind}`)).join(', '),
      one.loaded ? t('lists.rows', { count: one.rows }) : t('lists.notLoaded'),
    ].join(' · ');
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('lists.version')}
        maw={720}
        value={keyOf(version)}
        data={versions.map((one) => ({ value: keyOf(one), label: nameOf(one) }))}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Group gap="xs">
        {version.reference && <Tag tone="amber">{t('lists.reference')}</Tag>}
        {!version.loaded && <Tag tone="amber">{t('lists.notLoaded')}</Tag>}
      </Group>
      <div>
        <Standing {...version} validity={version} />
      </div>
      {version.reference && <Text size="sm">{t('packs.means.reference')}</Text>}
      {version.loaded ? (
        <Rows key={keyOf(version)} law={law} version={version} />
      ) : (
        <EmptyState title={t('lists.notLoaded')}>{t('lists.notLoadedText')}</EmptyState>
      )}
    </Stack>
  );
}

function useConditions() {
  const [list, setList] = useState<RowConditions['list']>(null);
  const [typed, setTyped] = useState({ q: '', hs: '', vsic: '' });
  const [settled] = useDebouncedValue(typed, PAUSE_MS);
  const hs = typedCodes(settled.hs, HS_FORM);
  const vsic = typedCodes(settled.vsic, VSIC_FORM);
  const conditions = { list, q: settled.q.trim(), hs: hs?.[0] ?? '', vsic: vsic?.[0] ?? '' };
  const set = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  return { typed, set, list, setList, conditions, wrong: { hs: hs === null, vsic: vsic === null } };
}

function Rows({ law, version }: { law: Law; version: ListVersion }) {
  const { t } = useTranslation(['law', 'public']);
  const { typed, set, list, setList, conditions, wrong } = useConditions();
  const rows = useInfiniteQuery(listRowsQuery(version, conditions));
  return (
    <>
      <Group gap="md" align="flex-start">
        <TextInput
          type="search"
          label={t('lists.name')}
          description={t('lists.nameText')}
          maxLength={200}
          w={300}
          value={typed.q}
          onChange={({ currentTarget }) => set({ q: currentTarget.value })}
        />
        {(['hs', 'vsic'] as const).map((code) => (
          <TextInput
            key={code}
            type="search"
            label={t(`lists.${code}`)}
            description={t('lists.codeText')}
            maxLength={20}
            w={180}
            value={typed[code]}
            error={wrong[code] && t(`lists.wrong.${code}`)}
            onChange={({ currentTarget }) => set({ [code]: currentTarget.value })}
          />
        ))}
        {version.kinds.length > 1 && (
          <NativeSelect
            label={t('lists.kind')}
            description={t('lists.kindText')}
            w={240}
            value={list ?? ''}
            data={[
              { value: '', label: t('lists.anyKind') },
              ...version.kinds.map((value) => ({ value, label: t(`public:result.lists.${value}`) })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              setList(LIST_KINDS.find((one) => one === value) ?? null)
            }
          />
        )}
      </Group>
      <PagedList
        list={rows}
        empty={{ title: t('lists.nothing'), text: t('lists.nothingText') }}
        shown={(count, total) =>
          t('lists.shown', { count, shown: formatNumber(count), total: formatNumber(total ?? count) })
        }
      >
        {(items) => <RowTable rows={items} version={version} mode={law.mode} on={law.chosenFor} />}
      </PagedList>
    </>
  );
}
