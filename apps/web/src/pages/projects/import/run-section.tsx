import { Button, Group, Progress, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newActKey } from '../../../api/client.js';
import { useOnce } from '../../../api/use-once.js';
import { formatInstant, formatNumber } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { Notice } from '../../../ui/notice.js';
import { keepsRegister } from '../register-roles.js';
import { Section } from '../../../ui/section.js';
import { cancelImport, importQuery, type ImportList } from './import.query.js';

const LONG_SECONDS = 30;

/** How far a list is on its way into the register, and a way to stop it; whoever leaves finds it again. */
export function RunSection({ list }: { list: ImportList }) {
  const { t } = useTranslation('register');
  const queries = useQueryClient();
  const keeps = keepsRegister(usePerson());
  const { done, total, percent, expectedEndAt, waitingSeconds } = list.progress;
  const cancelling = useOnce({
    mutationFn: () => cancelImport(list.id, newActKey()),
    onSuccess: (stopped) => queries.setQueryData(importQuery(list.id).queryKey, stopped),
  });
  const words = { done: formatNumber(done), total: formatNumber(total), percent };
  return (
    <Section sheet title={list.state === 'queued' ? t('run.queued') : t('run.running')}>
      <Progress value={percent} aria-label={t('run.running')} size="lg" />
      <Text role="status">{t('run.progress', words)}</Text>
      {expectedEndAt !== null && (
        <Text size="sm">{t('run.until', { at: formatInstant(expectedEndAt) })}</Text>
      )}
      <Text size="sm" c="dimmed">
        {t('run.leave')}
      </Text>
      {waitingSeconds !== null && waitingSeconds > LONG_SECONDS && (
        <Notice tone="amber" title={t('run.queued')}>
          {t('run.noWorker', { count: waitingSeconds })}
        </Notice>
      )}
      {cancelling.isError && <ProblemAlert error={cancelling.error} />}
      {keeps && (
        <Group>
          <Button variant="default" loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
            {t('run.cancel')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
