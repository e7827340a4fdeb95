import { Button, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { progressOf } from './bulk-progress.js';
import { BulkRow } from './bulk-row.js';
import { type BulkItem, type BulkRun } from './bulk-run.js';
import { endRun } from './use-bulk-run.js';

/** Several dossiers at once: what would happen to each, the confirmation, the way it goes, and a result for each. */
export function BulkPanel({ run, items }: { run: BulkRun; items: readonly BulkItem[] }) {
  const { t } = useTranslation('decisions');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [run]);
  const { phase, looked, done, left, share } = progressOf(items);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('bulk.title', { count: items.length })}>
      <Stack gap="sm">
        <Title order={2} size="h3" ref={title} tabIndex={-1}>
          {t('bulk.title', { count: items.length })}
        </Title>
        <Text size="sm" role="status">
          {phase === 'looks'
            ? t('bulk.progressLooks', { now: looked, count: items.length })
            : t(left === 0 ? 'bulk.progressActs' : 'bulk.progressLeft', { done, left, count: items.length })}
          {run.busy && ` ${t('bulk.mayLeave')}`}
        </Text>
        {items[0] !== undefined && items[0].note !== '' && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {t('bulk.note', { note: items[0].note })}
          </Text>
        )}
        <Progress value={share} aria-label={t('bulk.progress')} />
        <List listStyleType="none" spacing={6} size="sm">
          {items.map((item) => (
            <BulkRow key={item.dossierId} item={item} />
          ))}
        </List>
        <BulkButtons run={run} items={items} />
      </Stack>
    </Paper>
  );
}

function BulkButtons({ run, items }: { run: BulkRun; items: readonly BulkItem[] }) {
  const { t } = useTranslation(['decisions', 'words']);
  // Dossiers of several procedures have no other words in common than the general ones.
  const procedures = [...new Set(items.map(({ procedureId }) => procedureId))];
  const words = useProcedureWords({
    procedureId: procedures.length === 1 ? (procedures[0] ?? '') : 'opinion',
  });
  const queries = useQueryClient();
  const { ready, failed, left } = progressOf(items);
  const risky = items.filter(({ state, risks }) => state === 'ready' && risks.length > 0).length;
  const act = async (work: () => Promise<void>) => {
    await work();
    await queries.invalidateQueries({ queryKey: ['dossiers'] });
    const { done } = progressOf(run.items());
    const open = run.items().length - done;
    if (done > 0)
      notifications.show({
        color: open === 0 ? 'green' : 'yellow',
        title: t('bulk.finished'),
        message: t('bulk.result', { done, left: open }),
      });
  };
  const commands = [...new Set(items.map(({ command }) => command))] as CommandName[];
  return (
    <>
      {risky > 0 && (
        <Text size="sm" fw={500}>
          {t('bulk.withRisks', { count: risky })}
        </Text>
      )}
      <Group gap="sm">
        {ready > 0 && (
          <Button disabled={run.busy} onClick={() => void act(() => run.act())}>
            {t('bulk.confirm', {
              count: ready,
              command: commands.map((command) => words.command(command)).join(', '),
            })}
          </Button>
        )}
        {left > 0 && (
          <Button variant="default" disabled={run.busy} onClick={() => void act(() => run.again())}>
            {t(failed > 0 ? 'bulk.again' : 'bulk.lookAgain', { count: left })}
          </Button>
        )}
        <Button variant="default" disabled={run.busy} onClick={endRun}>
          {t(ready > 0 ? 'bulk.cancel' : 'bulk.close')}
        </Button>
      </Group>
    </>
  );
}
