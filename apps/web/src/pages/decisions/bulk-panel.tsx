import { Anchor, Button, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type CommandName } from '#contracts';
import { useProblemTexts } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { type BulkItem, type BulkRun } from './bulk-run.js';
import { endRun } from './use-bulk-run.js';

const TONES = {
  waiting: 'grey',
  looking: 'grey',
  ready: 'blue',
  acting: 'grey',
  done: 'green',
  failed: 'red',
} as const;

/** Several dossiers at once: what would happen to each, the confirmation, the way it goes, and a result for each. */
export function BulkPanel({ run, items }: { run: BulkRun; items: readonly BulkItem[] }) {
  const { t } = useTranslation('decisions');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [run]);
  const settled = items.filter(({ state }) => state === 'done' || state === 'failed').length;
  const looked = items.filter(({ state }) => state !== 'waiting' && state !== 'looking').length;
  const acting = items.some(({ state }) => state === 'acting' || state === 'done');
  const share = ((acting ? settled : looked) / items.length) * 100;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('bulk.title', { count: items.length })}>
      <Stack gap="sm">
        <Title order={2} size="h3" ref={title} tabIndex={-1}>
          {t('bulk.title', { count: items.length })}
        </Title>
        <Text size="sm" role="status">
          {t(acting ? 'bulk.progressActs' : 'bulk.progressLooks', {
            now: acting ? settled : looked,
            count: items.length,
          })}
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

function BulkRow({ item }: { item: BulkItem }) {
  const { t } = useTranslation(['decisions', 'words', 'dossier']);
  const { dossierId, name, command, state, answer, problem, risks } = item;
  const words = useProcedureWords(item);
  const letters = answer?.letters.map(({ kind }) => t(`dossier:letters.kind.${kind}`)) ?? [];
  return (
    <List.Item>
      <Group gap="xs" align="baseline">
        <Anchor component={Link} href={`/dossiers/${dossierId}/decide`} fw={500}>
          {name}
        </Anchor>
        <Text size="sm">{words.command(command)}</Text>
        <Tag tone={TONES[state]}>{t(`bulk.state.${state}`)}</Tag>
        {answer !== null && problem === null && (
          <Text size="sm" c="dimmed">
            {[words.status(answer.status), ...letters].join(' · ')}
          </Text>
        )}
      </Group>
      {risks.length > 0 && state !== 'done' && <Risks risks={risks} />}
      {problem !== null && state === 'failed' && <Reason problem={problem} />}
    </List.Item>
  );
}

/** What somebody signs for with this dossier although nobody could decide it, each by its name. */
function Risks({ risks }: Pick<BulkItem, 'risks'>) {
  const { t } = useTranslation('decisions');
  return (
    <>
      <Text size="sm" fw={500}>
        {t('bulk.risks', { count: risks.length })}
      </Text>
      <List size="sm">
        {risks.map(({ title, subject, reason }) => (
          <List.Item key={`${title}${subject}`}>
            {[title, subject].filter(Boolean).join(': ')}
            {reason !== '' && ` – ${reason}`}
          </List.Item>
        ))}
      </List>
    </>
  );
}

function Reason({ problem }: { problem: NonNullable<BulkItem['problem']> }) {
  const { title, detail } = useProblemTexts(problem);
  return (
    <Text size="sm" c="var(--tg-fault-text)">
      {[title, detail].filter((text) => text !== '').join('. ')}
    </Text>
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
  const countOf = (state: BulkItem['state']) => items.filter((item) => item.state === state).length;
  const [ready, failed] = [countOf('ready'), countOf('failed')];
  const risky = items.filter(({ state, risks }) => state === 'ready' && risks.length > 0).length;
  const act = async (work: () => Promise<void>) => {
    await work();
    await queries.invalidateQueries({ queryKey: ['dossiers'] });
    const { done, left } = outcomeOf(run.items());
    if (done > 0)
      notifications.show({
        color: left === 0 ? 'green' : 'yellow',
        title: t('bulk.finished'),
        message: t('bulk.result', { done, left }),
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
        {failed > 0 && (
          <Button variant="default" disabled={run.busy} onClick={() => void act(() => run.again())}>
            {t('bulk.again', { count: failed })}
          </Button>
        )}
        <Button variant="default" disabled={run.busy} onClick={endRun}>
          {t(ready > 0 ? 'bulk.cancel' : 'bulk.close')}
        </Button>
      </Group>
    </>
  );
}

const outcomeOf = (items: readonly BulkItem[]) => ({
  done: items.filter(({ state }) => state === 'done').length,
  left: items.filter(({ state }) => state !== 'done').length,
});
