import { Alert, Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import alertClasses from '../../../ui/problem-alert.module.css';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type Fault } from './evidence.types.js';
import { FaultTable } from './fault-table.js';
import { PublicKey } from './public-key.js';
import { type Verification } from './use-verification.js';
import { type Verdict } from './verify-evidence.js';

const MOST_SHOWN = 100;

/** How far a verification is, and what it found. */
export function VerificationResult({ verification: { current, cancel } }: { verification: Verification }) {
  const { t } = useTranslation('audit');
  switch (current.state) {
    case 'idle':
      return null;
    case 'fetching':
      return <Running text={t('verify.fetching')} percent={0} cancel={cancel} />;
    case 'running': {
      const { done, total } = current;
      return (
        <Running text={t('verify.running', { done, total })} percent={(100 * done) / total} cancel={cancel} />
      );
    }
    case 'cancelled':
    case 'cannot':
      return (
        <Alert variant="outline" role="status">
          {t(`verify.${current.state}`)}
        </Alert>
      );
    case 'unfit':
      return (
        <Alert
          role="alert"
          color="red"
          variant="outline"
          title={t(`verify.unfit.${current.fault}`)}
          classNames={{ root: alertClasses.root, title: alertClasses.title }}
        >
          {t(`verify.unfit.${current.fault}Text`)}
        </Alert>
      );
    case 'failed':
      return <ProblemAlert error={current.error} />;
    case 'judged':
      return <Judged verdict={current.verdict} />;
  }
}

function Running({ text, percent, cancel }: { text: string; percent: number; cancel: () => void }) {
  const { t } = useTranslation('audit');
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <Text role="status">{text}</Text>
        <Button size="xs" variant="default" onClick={cancel}>
          {t('verify.cancel')}
        </Button>
      </Group>
      <Progress value={percent} mt="xs" aria-label={t('verify.title')} />
      <Text size="sm" c="dimmed" mt="xs">
        {t('verify.leaving')}
      </Text>
    </Paper>
  );
}

function Judged({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('audit');
  const { ok, entries, payloads, documents, checkpoints, erased, faults } = verdict;
  return (
    <Paper withBorder p="md" role="region" aria-label={t('verify.title')}>
      <Stack gap="xs" role="status">
        <Group gap="xs">
          {ok && <IconCircleCheck aria-hidden color="var(--mantine-color-green-8)" />}
          <Title order={3}>{ok ? t('verify.ok') : t('verify.bad', { count: faults.length })}</Title>
        </Group>
        <Text>{ok ? t('verify.okText') : t('verify.badText')}</Text>
        <Text size="sm" c="dimmed">
          {t('verify.counted', { entries, payloads, documents, checkpoints })}{' '}
          {erased > 0 && t('verify.erased', { count: erased })}
        </Text>
      </Stack>
      {faults.length > 0 && <Faults faults={faults} />}
      <PublicKey />
    </Paper>
  );
}

function Faults({ faults }: { faults: Fault[] }) {
  const shown = faults.slice(0, MOST_SHOWN);
  return (
    <FaultTable
      faults={shown.map((fault) => ({ reason: fault.reason, place: <FaultPlace fault={fault} /> }))}
      of={faults.length}
    />
  );
}

function FaultPlace({ fault: { seq, checkpoint, detail } }: { fault: Fault }) {
  const { t } = useTranslation('audit');
  if (seq !== null) return t('verify.atEntry', { seq });
  if (checkpoint !== null) return t('verify.atCheckpoint', { number: checkpoint });
  return [t('verify.atFile'), detail].filter(Boolean).join(' ');
}
