import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchFile, keepFile } from '../../../api/file.js';
import { type Schema } from '../../../api/schema-names.js';
import { useOnce } from '../../../api/use-once.js';
import { formatInstant, formatNumber } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { Answer } from '../../../ui/states.js';
import { verificationQuery, type VerificationSummary } from '../audit.query.js';
import classes from '../entry-list.module.css';
import { coveredParts } from './covered-parts.js';
import { WholeFaults } from './whole-faults.js';

type Findings = NonNullable<Schema<'VerificationDto'>['findings']>;

/** What one verification found, or that it came to no end. */
export function WholeFindings({ verification }: { verification: VerificationSummary }) {
  const { t } = useTranslation('audit');
  const { id, state, requestedAt, requestedByName: name, lastError, tries } = verification;
  const at = formatInstant(requestedAt);
  const found = useQuery({ ...verificationQuery(id), enabled: state === 'finished' });
  return (
    <Paper withBorder p="md" component="section" aria-label={t('whole.result', { at })}>
      {state === 'failed' ? (
        <>
          <Title order={3}>{t('whole.failed')}</Title>
          <Text>{t('whole.failedText', { code: lastError ?? '', tries })}</Text>
        </>
      ) : (
        <Answer query={found}>
          {({ findings, reportSha256, knownCheckpoints }) =>
            findings && (
              <>
                <Verdict findings={findings} />
                <Counts findings={findings} known={knownCheckpoints ?? 0} digest={reportSha256 ?? ''} />
                <Evidence id={id} />
              </>
            )
          }
        </Answer>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {t('whole.asked', { name, at })}
      </Text>
    </Paper>
  );
}

function Verdict({ findings: { ok, faultCount, faults } }: { findings: Findings }) {
  const { t } = useTranslation('audit');
  return (
    <>
      <Stack gap={4} role="status">
        <Group gap="xs" wrap="nowrap">
          {ok ? (
            <IconCircleCheck aria-hidden color="var(--mantine-color-green-8)" />
          ) : (
            <IconAlertTriangle aria-hidden color="var(--mantine-color-red-8)" />
          )}
          <Title order={3}>{ok ? t('whole.ok') : t('whole.bad', { count: faultCount })}</Title>
        </Group>
        <Text>{ok ? t('whole.okText') : t('whole.badText')}</Text>
      </Stack>
      {faults.length > 0 && <WholeFaults faults={faults} of={faultCount} />}
    </>
  );
}

const inDigits = <Name extends string>(counts: Record<Name, number>) =>
  Object.fromEntries(
    Object.entries<number>(counts).map(([name, count]) => [name, formatNumber(count)]),
  ) as Record<Name, string>;

function Counts({ findings, known, digest }: { findings: Findings; known: number; digest: string }) {
  const { t } = useTranslation('audit');
  const { entries, chains, checkpoints, steps, files, uncovered, erased, newest } = findings;
  const counted = { entries, chains, checkpoints, steps, files, uncovered, erased };
  const words = inDigits(counted);
  const parts = coveredParts(findings);
  return (
    <Stack gap={4} mt="xs">
      <Text size="sm">{t('whole.counts', words)}</Text>
      {parts && <Text size="sm">{t('whole.madeOf', inDigits(parts))}</Text>}
      <Text size="sm">{t('whole.known', { count: known })}</Text>
      <details className={classes.fold}>
        <summary>{t('entry.hashes')}</summary>
        <Text size="sm">
          {t('whole.digest')}: <span className={classes.hash}>{digest}</span>
        </Text>
        {newest && (
          <Text size="sm">
            {t('whole.newest')}: {newest.number}, <span className={classes.hash}>{newest.root}</span>
          </Text>
        )}
      </details>
    </Stack>
  );
}

function Evidence({ id }: { id: string }) {
  const { t } = useTranslation('audit');
  const path = `/api/v1/audit/verifications/${id}/evidence`;
  const keeping = useOnce({
    mutationFn: async () => keepFile(await fetchFile(path, `techgate-verification-${id}.json`)),
  });
  return (
    <Stack gap="xs" mt="sm">
      <Group gap="sm">
        <Button variant="default" loading={keeping.isPending} onClick={() => keeping.mutate()}>
          {t('whole.evidence')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('whole.evidenceText')}
        </Text>
      </Group>
      {keeping.isError && <ProblemAlert error={keeping.error} />}
    </Stack>
  );
}
