import { Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../api/schema-names.js';
import { useOnce } from '../../api/use-once.js';
import { formatInstant, formatNumber } from '../../format/format.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Dialog } from '../../ui/dialog.js';
import { PagedList } from '../../ui/paged-list.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { checkpointsQuery, publicKeyQuery, takeCheckpoint } from './audit.query.js';
import { checkpointFaults } from './verification/checkpoint-checks.js';
import { keyRing, NoCryptography } from './verification/key-ring.js';
import { PublicKey } from './verification/public-key.js';

type Checkpoint = Schema<'CheckpointDto'>;

/** Signed checkpoints, newest first, each checked on this device. */
export function Checkpoints() {
  const { t } = useTranslation('audit');
  const person = usePerson();
  const list = useInfiniteQuery(checkpointsQuery);
  return (
    <Stack>
      <Text c="dimmed">{t('checkpoints.intro')}</Text>
      {hasRole(person, 'auditor') && <TakeCheckpoint />}
      <PublicKey />
      <PagedList list={list} empty={{ title: t('checkpoints.none') }}>
        {(items) => <CheckpointTable items={items} />}
      </PagedList>
    </Stack>
  );
}

function TakeCheckpoint() {
  const { t } = useTranslation(['audit', 'app']);
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const taking = useOnce({
    mutationFn: takeCheckpoint,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['audit'] }),
    onSettled: () => setAsking(false),
  });
  return (
    <Group>
      <Button onClick={() => setAsking(true)}>{t('checkpoints.take')}</Button>
      {taking.isError && <ProblemAlert error={taking.error} />}
      {taking.isSuccess && (
        <Text role="status">
          {t('checkpoints.taken', { number: taking.data.number, size: formatNumber(taking.data.size) })}
        </Text>
      )}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('checkpoints.taking')} centered>
        <Stack>
          <Text>{t('checkpoints.takingText')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('app:actions.cancel')}
            </Button>
            <Button data-autofocus loading={taking.isPending} onClick={() => taking.mutate()}>
              {t('checkpoints.take')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Group>
  );
}

function CheckpointTable({ items }: { items: readonly Checkpoint[] }) {
  const { t } = useTranslation('audit');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={620} tabIndex={0} role="region" aria-label={t('checkpoints.region')}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['number', 'at', 'size', 'total', 'state'] as const).map((name) => (
                <Table.Th key={name}>{t(`checkpoints.${name}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((checkpoint, i) => (
              <Table.Tr key={checkpoint.number}>
                <Table.Td className="tg-number">{formatNumber(checkpoint.number)}</Table.Td>
                <Table.Td className="tg-number">{formatInstant(checkpoint.at)}</Table.Td>
                <Table.Td className="tg-number">{formatNumber(checkpoint.size)}</Table.Td>
                <Table.Td className="tg-number">{formatNumber(checkpoint.totalSize)}</Table.Td>
                <Table.Td>
                  <CheckpointState checkpoint={checkpoint} previous={items[i + 1]} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** Signature and link of one checkpoint, checked by this browser. */
function CheckpointState({ checkpoint, previous }: { checkpoint: Checkpoint; previous?: Checkpoint }) {
  const { t } = useTranslation('audit');
  const key = useQuery(publicKeyQuery).data;
  const state = useQuery({
    queryKey: ['audit', 'checkpoint', checkpoint, previous?.number, key?.pem],
    enabled: key !== undefined,
    staleTime: Infinity,
    retry: false,
    queryFn: async () => checkpointFaults(checkpoint, previous, await keyRing([key?.pem ?? ''])),
  });
  if (state.error instanceof NoCryptography) return <Tag tone="grey">{t('checkpoints.cannot')}</Tag>;
  if (state.data === undefined) return <Tag tone="grey">{t('checkpoints.checking')}</Tag>;
  const [fault] = state.data;
  return fault ? (
    <Tag tone="red">{t(`fault.${fault.reason}`)}</Tag>
  ) : (
    <Tag tone="green">{t('checkpoints.sound')}</Tag>
  );
}
